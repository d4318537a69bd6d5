import type { Connection, QueryFilter } from 'mongoose';
import {
  type DeliveryDocument,
  type DeliveryIntervention,
  type DeliveryState,
  deliverySchema,
} from '../../schemas/documents/delivery-document.ts';
import { newestFirst } from '../database/newest-first.ts';
import { type Delivery, toDelivery } from './delivery-store.ts';

/** Which rows of the ledger somebody sees, as a query. */
export type DeliveryFilter = QueryFilter<DeliveryDocument>;

export interface DeliveryPage {
  state: DeliveryState;
  limit: number;
  /** The last row of the page before. */
  cursor: { at: Date; id: string } | null;
}

/** What a person's decision makes of a row that stands still. */
export interface Decision {
  /** The state in which the person saw it. */
  from: DeliveryState;
  set: Partial<Pick<Delivery, 'state' | 'nextAttemptAt' | 'attempts' | 'sentAt'>>;
  intervention: DeliveryIntervention;
}

export type StandingDeliveryStore = ReturnType<typeof createStandingDeliveryStore>;

/** Nothing waits for an hour that is further away. */
const FURTHEST_MS = 31 * 86_400_000;

/** What people see of the ledger and decide on its rows; workers go by delivery-store.ts. */
export function createStandingDeliveryStore(connection: Connection) {
  const deliveries = connection.model('Delivery', deliverySchema);

  /** The newest first, by when a row was, or is to be, tried. */
  function page(filter: DeliveryFilter, { state, limit, cursor }: DeliveryPage, now: Date) {
    const place =
      cursor === null
        ? {}
        : {
            $or: [
              { nextAttemptAt: { $lt: cursor.at } },
              { nextAttemptAt: cursor.at, _id: { $lt: cursor.id } },
            ],
          };
    return newestFirst<Delivery>({
      until: cursor?.at ?? new Date(now.getTime() + FURTHEST_MS),
      limit,
      read: async ({ after, until }, wanted) => {
        const nextAttemptAt = after === null ? { $lte: until } : { $gt: after, $lte: until };
        const documents = await deliveries
          .find({ $and: [{ ...filter, state, nextAttemptAt }, place] })
          .sort({ nextAttemptAt: -1, _id: -1 })
          .limit(wanted)
          .lean();
        return documents.map(toDelivery);
      },
    });
  }

  async function find(id: string, filter: DeliveryFilter): Promise<Delivery | null> {
    const document = await deliveries.findOne({ $and: [{ _id: id }, filter] }).lean();
    return document === null ? null : toDelivery(document);
  }

  /**
   * Carries a decision out, if the row still stands as the person saw it. The fence rises, so that an answer of the
   * mail server that comes after all changes nothing any more.
   */
  async function decide(id: string, { from, set, intervention }: Decision): Promise<Delivery | null> {
    const document = await deliveries
      .findOneAndUpdate(
        { _id: id, state: from },
        { $set: set, $inc: { fence: 1 }, $push: { interventions: intervention } },
        { returnDocument: 'after' },
      )
      .lean();
    return document === null ? null : toDelivery(document);
  }

  return { page, find, decide };
}
