import { LRUCache } from 'lru-cache';
import type { Connection } from 'mongoose';
import {
  caseSchema,
  DUE_PLACES_INDEX,
  NUMBER_PLACES_INDEX,
  REGISTERED_PLACES_INDEX,
} from '../../schemas/documents/case-document.ts';
import {
  type OrderedRow,
  type OrderPlace,
  type OrderWindow,
  pageInOrder,
} from '../database/page-in-order.ts';
import { type ListOrder, PLACES_IN, placeInList } from '../domain/case-listing.ts';
import { LINE_FIELDS, lineOf } from './case-line.ts';
import type { CaseFilter } from './case-store.ts';

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
  after: OrderPlace | null;
}

/** So many searches of one window stand side by side. */
const MOST_WAYS = 8;
const INDEX_OF: Record<ListOrder, string> = {
  registeredOrder: REGISTERED_PLACES_INDEX,
  dueOrder: DUE_PLACES_INDEX,
  numberOrder: NUMBER_PLACES_INDEX,
};
const ORDERS_ALONE = { registeredOrder: 1, dueOrder: 1, numberOrder: 1 } as const;

/** Lists whose first page is found again without a search for the width of its window. */
const MOST_LISTS = 10_000;

export type CaseListStore = ReturnType<typeof createCaseListStore>;

/** A day in thirds, a week, a thousand numbers: what the first window of a list takes in that nobody has read yet. */
const FIRST_WIDTHS: Record<ListOrder, number> = {
  registeredOrder: 8 * 3_600_000 * 2 ** 10,
  dueOrder: 7 * 2 ** 20,
  numberOrder: 1000 * 2 ** 10,
};

/** Lists of cases: the ids of a page by keys and order alone, from an index; then those cases. */
export function createCaseListStore(connection: Connection) {
  const cases = connection.model('Case', caseSchema);
  const firstWidths = new LRUCache<string, number>({ max: MOST_LISTS });

  /**
   * What the index of the order holds of a window. It is named: a MongoDB-compatible server may think that another one,
   * or reading every case, costs as little.
   */
  async function placed(request: CaseListRequest, window: OrderWindow, most: number): Promise<OrderedRow[]> {
    const { right, keys, order } = request;
    const { ways, others } = waysThrough([...right.keys, ...keys]);
    const filters = ways.map((way) => ({
      $and: [...way.map((key) => withinList(key, order, window)), ...others, restOf(request)],
    }));
    const found = await Promise.all(
      filters.map((filter) =>
        cases.find(filter, ORDERS_ALONE).hint(INDEX_OF[order]).limit(most).batchSize(most).lean(),
      ),
    );
    const orders = new Map(found.flat().map((document) => [document['_id'], document[order]]));
    return Array.from(orders, ([id, place]) => ({ id, order: place })).slice(0, most);
  }

  /** Of a window the few cases that were opened in an emergency, which no list of the one who asks holds. */
  async function opened(request: CaseListRequest, window: OrderWindow): Promise<OrderedRow[]> {
    const { right, keys, order } = request;
    if (right.opened.length === 0) return [];
    const among = [{ _id: { $in: right.opened } }, ...keys.map(carriesOneOf)];
    const between = { [order]: { $gte: window.from, $lte: window.to } };
    const documents = await cases.find({ $and: [...among, between, restOf(request)] }, ORDERS_ALONE).lean();
    return documents.map((document) => ({ id: document['_id'], order: document[order] }));
  }

  async function inWindow(
    request: CaseListRequest,
    window: OrderWindow,
    most: number,
  ): Promise<OrderedRow[]> {
    const found = await placed(request, window, most);
    if (found.length === most) return found;
    const known = new Set(found.map(({ id }) => id));
    return [...found, ...(await opened(request, window)).filter(({ id }) => !known.has(id))];
  }

  /** The right is asked again of each case that is shown, whatever keys it carries. */
  async function page(right: CaseFilter, request: CaseListRequest) {
    const { order, descending, bounds, limit, after } = request;
    const list = nameOf(request);
    const found = await pageInOrder({
      bounds,
      descending,
      limit,
      after,
      width: firstWidths.get(list) ?? FIRST_WIDTHS[order],
      read: (window, most) => inWindow(request, window, most),
    });
    if (after === null) firstWidths.set(list, found.reach);
    const ids = found.page.map(({ id }) => id);
    const documents = await cases
      .find({ $and: [{ _id: { $in: ids } }, right] }, LINE_FIELDS)
      .batchSize(limit)
      .lean();
    const byId = new Map(documents.map((document) => [document['_id'], lineOf(document)]));
    return { cases: ids.flatMap((id) => byId.get(id) ?? []), next: found.next };
  }

  return { page };
}

/** The same for those who ask for the same list by the same right, whatever day it is. */
function nameOf({ after, bounds, ...asked }: CaseListRequest): string {
  return JSON.stringify(asked);
}

/** What no list tells. */
function restOf({ workersAtLeast, ranges }: CaseListRequest): CaseFilter {
  return {
    ...(workersAtLeast > 1 ? { workersConcerned: { $gte: workersAtLeast } } : {}),
    ...Object.fromEntries(Object.entries(ranges).map(([name, range]) => [name, bounded(range)])),
  };
}

/** An end that is open is left out: some servers look for each end by itself. */
function bounded({ from, to }: OrderWindow) {
  return {
    ...(from > 0 ? { $gte: from } : {}),
    ...(to < Number.MAX_SAFE_INTEGER ? { $lte: to } : {}),
  };
}

/**
 * The ways to choose one list of each group. Each is a search of its own, since only what all must hold is looked up in
 * the index; where there are too many, the largest groups are looked for in the cases instead.
 */
function waysThrough(groups: readonly (readonly string[])[]): { ways: string[][]; others: CaseFilter[] } {
  let ways: string[][] = [[]];
  const others: CaseFilter[] = [];
  for (const keys of [...groups].sort((left, right) => left.length - right.length)) {
    if (ways.length * keys.length <= MOST_WAYS)
      ways = ways.flatMap((way) => keys.map((key) => [...way, key]));
    else others.push(carriesOneOf(keys));
  }
  return { ways, others };
}

/** Only so are both ends taken for those of one text, and not of two. */
function withinList(key: string, order: ListOrder, { from, to }: OrderWindow): CaseFilter {
  return { [PLACES_IN[order]]: { $elemMatch: { $gte: placeInList(key, from), $lte: placeInList(key, to) } } };
}

function carriesOneOf(keys: readonly string[]): CaseFilter {
  return { listKeys: { $in: keys } };
}
