import type { Connection } from 'mongoose';
import { type DeliveryDocument, deliverySchema } from '../../schemas/documents/delivery-document.ts';
import { isDuplicateKey } from '../database/database-errors.ts';
import type { NewDelivery } from './new-delivery.ts';

/** Writes new rows of the ledger; what becomes of them is delivery-store.ts. */
export function createNewDeliveryStore(connection: Connection) {
  const deliveries = connection.model('Delivery', deliverySchema);

  /**
   * Writes rows that are not there yet; those that are stay as they are, but for those that were skipped: what is due
   * again was moved away and has come back.
   */
  async function insertMissing(rows: readonly NewDelivery[]): Promise<void> {
    if (rows.length === 0) return;
    try {
      // Lean: the rows are whole and of their type; mongoose would take longer to say so than the database to write.
      await deliveries.insertMany(rows.map(documentOf), { ordered: false, lean: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await wakeSkipped(rows);
    }
  }

  async function wakeSkipped(rows: readonly NewDelivery[]): Promise<void> {
    const due = new Map(rows.filter(({ state }) => state === 'due').map((row) => [row.id, row]));
    const skipped = await deliveries
      .find({ _id: { $in: [...due.keys()] }, state: 'skipped' }, { _id: 1 })
      .lean();
    if (skipped.length === 0) return;
    await deliveries.bulkWrite(
      skipped.map(({ _id }) => ({
        updateOne: {
          filter: { _id, state: 'skipped' },
          update: { $set: { state: 'due', outcome: null, nextAttemptAt: due.get(_id)?.nextAttemptAt } },
        },
      })),
      { ordered: false },
    );
  }

  return { insertMissing };
}

/** What a row is that nobody has touched. */
const UNTOUCHED = {
  attempts: 0,
  fence: 0,
  leaseUntil: null,
  claimedBy: null,
  claimId: null,
  handedOverAt: null,
  repeatable: false,
  sentAs: null,
  sentTo: null,
  subject: null,
  text: null,
  sentAt: null,
} as const;

function documentOf({ id, digest, ...rest }: NewDelivery): DeliveryDocument {
  return { ...UNTOUCHED, ...rest, interventions: [], ...(digest !== null && { digest }), _id: id };
}
