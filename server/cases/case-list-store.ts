import type { Connection } from 'mongoose';
import { caseSchema } from '../../schemas/documents/case-document.ts';
import { type OrderCursor, type OrderWindow, pageInOrder } from '../database/page-in-order.ts';
import type { MediationCase } from '../domain/case.ts';
import type { CaseListing, ListOrder } from '../domain/case-listing.ts';
import type { WarningGrade } from '../domain/warning-grade.ts';
import type { CaseSealing } from '../personal-data/case-sealing.ts';
import type { CaseFilter } from './case-store.ts';
import { recordOf } from './record-of.ts';

/** A list of cases: every group of keys has one that a case must carry. */
export interface CaseListRequest {
  right: { keys: readonly (readonly string[])[]; opened: readonly string[] };
  keys: readonly (readonly string[])[];
  workersAtLeast: number;
  order: ListOrder;
  descending: boolean;
  /** Where the sort has all of the list. */
  bounds: OrderWindow;
  /** What must hold of the other orders. */
  ranges: Partial<Record<ListOrder, OrderWindow>>;
  limit: number;
  after: OrderCursor | null;
}

/** A case as a list shows it. */
export interface ListedCase extends Pick<CaseListing, 'nextDueOn'> {
  subject: MediationCase;
  warningGrade: WarningGrade | null;
}

const ORDERS_ALONE = { registeredOrder: 1, dueOrder: 1, numberOrder: 1 } as const;

export type CaseListStore = ReturnType<typeof createCaseListStore>;

/** A day in thirds, a week, a thousand numbers: what a first window takes in. */
const FIRST_WIDTHS: Record<ListOrder, number> = {
  registeredOrder: 8 * 3_600_000 * 2 ** 10,
  dueOrder: 7 * 2 ** 20,
  numberOrder: 1000 * 2 ** 10,
};

/** Lists of cases: the ids of a page by keys and order alone, from an index; then those cases. */
export function createCaseListStore({
  connection,
  sealing,
}: {
  connection: Connection;
  sealing: CaseSealing;
}) {
  const cases = connection.model('Case', caseSchema);

  /** The right is asked again of each case that is shown, whatever keys it carries. */
  async function page(right: CaseFilter, request: CaseListRequest) {
    const { order, descending, bounds, limit, after } = request;
    const found = await pageInOrder({
      bounds,
      descending,
      limit,
      after,
      width: FIRST_WIDTHS[order],
      read: async (window, most) => {
        const documents = await cases.find(queryOf(request, window), ORDERS_ALONE).limit(most).lean();
        return documents.map((document) => ({ id: document['_id'], order: document[order] }));
      },
    });
    const ids = found.page.map(({ id }) => id);
    const documents = await cases.find({ $and: [{ _id: { $in: ids } }, right] }).lean();
    const byId = new Map(documents.map((document) => [document['_id'], document]));
    const listed = ids.flatMap((id): ListedCase[] => {
      const document = byId.get(id);
      if (document === undefined) return [];
      const { nextDueOn, warningGrade } = document;
      return [{ subject: recordOf(sealing.openDocument(document)), nextDueOn, warningGrade }];
    });
    return { cases: listed, next: found.next };
  }

  return { page };
}

function queryOf(
  { right, keys, workersAtLeast, order, ranges }: CaseListRequest,
  window: OrderWindow,
): CaseFilter {
  return {
    $and: [
      ...(right.opened.length === 0
        ? right.keys.map(oneOf)
        : [{ $or: [{ $and: right.keys.map(oneOf) }, { _id: { $in: right.opened } }] }]),
      ...keys.map(oneOf),
      ...(workersAtLeast > 1 ? [{ workersConcerned: { $gte: workersAtLeast } }] : []),
      ...Object.entries(ranges).map(([name, { from, to }]) => ({ [name]: { $gte: from, $lte: to } })),
      { [order]: { $gte: window.from, $lte: window.to } },
    ],
  };
}

function oneOf(keys: readonly string[]): CaseFilter {
  return { listKeys: keys.length === 1 ? keys[0] : { $in: keys } };
}
