import type { Connection, QueryFilter } from 'mongoose';
import {
  type DeliveryDocument,
  type DeliveryIntervention,
  type DeliveryState,
  deliverySchema,
  NEXT_ATTEMPT_INDEX,
  OF_CASE_INDEX,
  OF_ORGANISATION_INDEX,
} from '../../schemas/documents/delivery-document.ts';
import type { CaseDeliveriesQuery, DeliveryListQuery } from '../../schemas/requests/delivery-requests.ts';
import { olderThan, type PageRequest, type TimePlace } from '../database/list-place.ts';
import { newestFirst } from '../database/newest-first.ts';
import { oldestFirst, withinWindow } from '../database/oldest-first.ts';
import { type Delivery, toDelivery } from './delivery.ts';

/** Which rows of the ledger somebody sees, as a query. */
export type DeliveryFilter = QueryFilter<DeliveryDocument>;

/** What a person's decision makes of a row that stands still. */
export interface Decision {
  /** The state in which the person saw it. */
  from: DeliveryState;
  set: Partial<Pick<Delivery, 'state' | 'nextAttemptAt' | 'attempts' | 'sentAt'>>;
  intervention: DeliveryIntervention;
}

/** By which instant rows are listed, and by which index they are found so. */
interface InOrder {
  by: 'nextAttemptAt' | 'dueAt';
  index: string;
}

export type StandingDeliveryStore = ReturnType<typeof createStandingDeliveryStore>;

/** Nothing waits for an hour that is further away. */
const FURTHEST_MS = 31 * 86_400_000;
/** Who counts on cares for no more; and counting costs as much as what is counted. */
const MOST_COUNTED = 10_000;

/** What people see of the ledger and decide on its rows; workers go by delivery-store.ts. */
export function createStandingDeliveryStore(connection: Connection) {
  const deliveries = connection.model('Delivery', deliverySchema);

  /** Rows that a filter lets through, the newest first by one of their instants. */
  function newest(
    filter: DeliveryFilter,
    { by, index, limit, after: place }: PageRequest<CaseDeliveriesQuery, TimePlace> & InOrder,
    now: Date,
  ) {
    return newestFirst<Delivery>({
      until: place?.at ?? new Date(now.getTime() + FURTHEST_MS),
      limit,
      read: async (window, wanted) => {
        const documents = await deliveries
          .find({ $and: [{ ...filter, [by]: withinWindow(window) }, olderThan(by, place)] })
          .hint(index)
          .sort({ [by]: -1, _id: -1 })
          .limit(wanted)
          .lean();
        return documents.map(toDelivery);
      },
    });
  }

  /** By when a row was, or is to be, tried. */
  function page(
    filter: DeliveryFilter,
    { state, ...query }: PageRequest<DeliveryListQuery, TimePlace>,
    now: Date,
  ) {
    const index = 'organisationPath' in filter ? OF_ORGANISATION_INDEX : NEXT_ATTEMPT_INDEX;
    return newest({ ...filter, state }, { ...query, by: 'nextAttemptAt', index }, now);
  }

  /** What there is of a case, by when it fell due. */
  function pageOfCase(caseId: string, query: PageRequest<CaseDeliveriesQuery, TimePlace>, now: Date) {
    return newest({ caseId }, { ...query, by: 'dueAt', index: OF_CASE_INDEX }, now);
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

  /** How many stand still, and how many could be sent and are not; counted up to 10,000. */
  async function count(now: Date) {
    const number = (filter: DeliveryFilter) =>
      deliveries.countDocuments(filter, { limit: MOST_COUNTED, hint: NEXT_ATTEMPT_INDEX });
    const [due, held, failed] = await Promise.all([
      number({ state: 'due', nextAttemptAt: { $lte: now } }),
      number({ state: 'held' }),
      number({ state: 'failed' }),
    ]);
    return { due, held, failed };
  }

  const waiting = oldestFirst<Pick<DeliveryDocument, 'nextAttemptAt'>>({
    at: ({ nextAttemptAt }) => nextAttemptAt,
    read: (window, limit) =>
      deliveries
        .find({ state: 'due', nextAttemptAt: withinWindow(window) }, { nextAttemptAt: 1 })
        .hint(NEXT_ATTEMPT_INDEX)
        .limit(limit)
        .lean(),
  });

  /** Since when the row that waits longest could be sent, to the minute; null when none waits. */
  async function oldestDueAt(now: Date): Promise<Date | null> {
    return (await waiting(now, 1))[0]?.nextAttemptAt ?? null;
  }

  return { page, pageOfCase, find, decide, count, oldestDueAt };
}
