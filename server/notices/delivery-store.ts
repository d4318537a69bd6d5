import type { Connection } from 'mongoose';
import {
  DIGEST_INDEX,
  deliverySchema,
  NEXT_ATTEMPT_INDEX,
  OF_CASE_INDEX,
} from '../../schemas/documents/delivery-document.ts';
import { oldestFirst, withinWindow } from '../database/oldest-first.ts';
import { isNewer } from '../domain/notices.ts';
import type { SealedTexts } from '../personal-data/sealed-texts.ts';
import { createClaimStore } from './claim-store.ts';
import { type Delivery, placeOf, toDelivery } from './delivery.ts';
import { createNewDeliveryStore } from './new-delivery-store.ts';

export interface DeliveryStoreDependencies {
  connection: Connection;
  sealedTexts: SealedTexts;
}

export type DeliveryStore = ReturnType<typeof createDeliveryStore>;

/** The only reader and writer of the ledger of deliveries. */
export function createDeliveryStore({ connection, sealedTexts }: DeliveryStoreDependencies) {
  const deliveries = connection.model('Delivery', deliverySchema);

  /** Rows that failed for good and whose next channel is still to be found. */
  async function undelivered(now: Date, limit: number): Promise<Delivery[]> {
    const failed = { state: 'undelivered' as const, nextAttemptAt: { $lte: now } };
    return (await deliveries.find(failed).hint(NEXT_ATTEMPT_INDEX).limit(limit).lean()).map(toDelivery);
  }

  /** Looks for the next channel of one later. */
  async function putOffUndelivered(id: string, nextAttemptAt: Date): Promise<void> {
    await deliveries.updateOne({ _id: id, state: 'undelivered' }, { $set: { nextAttemptAt } });
  }

  /** Ends rows that failed, once what follows from it is written. */
  async function markFailed(ids: readonly string[]): Promise<void> {
    await deliveries.updateMany({ _id: { $in: ids }, state: 'undelivered' }, { $set: { state: 'failed' } });
  }

  /** True when the same addressee was sent, or is to be sent, a newer notice whose key begins alike. */
  async function isOvertaken(
    { caseId, accountId, workerId, noticeKind, noticeKey, dueAt }: Delivery,
    keyStart: string,
  ): Promise<boolean> {
    if (accountId === null && workerId === null) return false;
    const same = { caseId, accountId, workerId, noticeKind, state: { $ne: 'skipped' as const } };
    const since = { ...same, dueAt: { $gte: dueAt } };
    const others = await deliveries.find(since, { noticeKey: 1, dueAt: 1 }).hint(OF_CASE_INDEX).lean();
    const own = { at: dueAt, key: noticeKey };
    return others.some(
      (other) =>
        other.noticeKey.startsWith(keyStart) && isNewer({ at: other.dueAt, key: other.noticeKey }, own),
    );
  }

  async function withIds(ids: readonly string[]): Promise<Delivery[]> {
    return (await deliveries.find({ _id: { $in: ids } }).lean()).map(toDelivery);
  }

  const unsentRows = oldestFirst<Pick<Delivery, 'id' | 'digest' | 'nextAttemptAt'>>({
    at: ({ nextAttemptAt }) => nextAttemptAt,
    read: async (window, limit) => {
      const documents = await deliveries
        .find({ state: 'due', nextAttemptAt: withinWindow(window) }, { digest: 1, nextAttemptAt: 1 })
        .hint(NEXT_ATTEMPT_INDEX)
        .limit(limit)
        .lean();
      return documents.map(({ _id, digest = null, nextAttemptAt }) => ({ id: _id, digest, nextAttemptAt }));
    },
  });

  /** Rows that can be sent now and that nobody has, the oldest first; of a digest one, which the others join. */
  async function unsent(now: Date, limit: number): Promise<string[]> {
    const rows = await unsentRows(now, limit);
    const first = new Map<string, string>();
    for (const { id, digest } of rows) {
      const known = digest === null ? undefined : first.get(digest);
      if (digest !== null && (known === undefined || id < known)) first.set(digest, id);
    }
    return rows.filter(({ id, digest }) => digest === null || first.get(digest) === id).map(({ id }) => id);
  }

  /** Rows of a digest that can be sent now and that nobody has. */
  async function unsentOfDigest(digest: string, now: Date, limit: number): Promise<string[]> {
    const found = await deliveries
      .find({ digest, state: 'due', nextAttemptAt: { $lte: now } }, { _id: 1 })
      .hint(DIGEST_INDEX)
      .limit(limit)
      .lean();
    return found.map(({ _id }) => _id);
  }

  /** All rows of a case, in any order. */
  async function ofCase(caseId: string): Promise<Delivery[]> {
    return (await deliveries.find({ caseId }).hint(OF_CASE_INDEX).lean()).map(toDelivery);
  }

  /** A row with its text and to whom it went, which lie sealed. */
  async function opened(delivery: Delivery): Promise<Delivery> {
    const { sentTo, subject, text } = delivery;
    return { ...delivery, ...(await sealedTexts.open({ sentTo, subject, text }, placeOf(delivery))) };
  }

  async function createIndexes(): Promise<void> {
    await deliveries.createIndexes();
  }

  return {
    ...createNewDeliveryStore(connection),
    ...createClaimStore({ connection, sealedTexts }),
    undelivered,
    putOffUndelivered,
    markFailed,
    isOvertaken,
    withIds,
    unsent,
    unsentOfDigest,
    ofCase,
    opened,
    createIndexes,
  };
}
