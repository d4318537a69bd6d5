import { z } from 'zod';

/** Rows from one place of an order to another, both included. */
export interface OrderWindow {
  from: number;
  to: number;
}

export interface OrderedRow {
  id: string;
  order: number;
}

/** Where the next page begins: behind this row; it is as wide as windows of this list have to be. */
export const orderPlace = z.object({ order: z.number(), id: z.string(), width: z.number() });
export type OrderPlace = z.infer<typeof orderPlace>;

export interface PageInOrder {
  /** Rows of a window, as many as the limit lets, in any order. */
  read: (window: OrderWindow, limit: number) => Promise<OrderedRow[]>;
  /** All that the list holds lies here. */
  bounds: OrderWindow;
  descending: boolean;
  limit: number;
  after: OrderPlace | null;
  /** The width of the first window where no page before tells it. */
  width: number;
}

const WIDER = 8;
const WIDER_WHERE_EMPTY = 64;
/** A window that holds so many pages is too wide. */
const MOST_PAGES = 4;
/** What lies on one spot cannot be told apart by the order, and is read at once. */
const MOST_ON_ONE_SPOT = 1_000_000;

/**
 * A page of a list in order, without asking the database for a sort: a MongoDB-compatible server may fetch and sort
 * all that match, and a page would cost as much as the list. A window on the order is narrowed until it can be read
 * as a whole and widened where it holds little. What is read beyond the page is a few pages, however long the list.
 */
export async function pageInOrder({ read, bounds, descending, limit, after, width: first }: PageInOrder) {
  const step = descending ? -1 : 1;
  const forward = (left: OrderedRow, right: OrderedRow) =>
    step * (left.order - right.order || Number(left.id > right.id) - Number(left.id < right.id));
  const end = descending ? bounds.from : bounds.to;
  const within = (place: number) => (descending ? Math.max(place, end) : Math.min(place, end));
  const rows: OrderedRow[] = [];
  let width = Math.max(after?.width ?? first, 1);
  let start = after?.order ?? (descending ? bounds.to : bounds.from);
  let crowdedTo: number | null = null;
  while (rows.length < limit && (end - start) * step >= 0) {
    const far = within(start + step * (width - 1));
    const most = width === 1 ? MOST_ON_ONE_SPOT : MOST_PAGES * limit;
    const window = { from: Math.min(start, far), to: Math.max(start, far) };
    const found = await read(window, most);
    if (found.length === most) {
      width = Math.max(Math.floor(width / WIDER), 1);
      crowdedTo = far;
      continue;
    }
    rows.push(...found.filter((row) => after === null || forward(row, after) > 0).sort(forward));
    start = far + step;
    // On the way to where many are, wider windows would only be too wide again.
    const crowdAhead = crowdedTo !== null && (crowdedTo - start) * step >= 0;
    if (!crowdAhead && found.length < limit / WIDER) width *= found.length === 0 ? WIDER_WHERE_EMPTY : WIDER;
  }
  const page = rows.slice(0, limit);
  const last = page.length === limit ? page.at(-1) : undefined;
  return {
    page,
    next: last === undefined ? null : { ...last, width: Math.min(width, Number.MAX_SAFE_INTEGER) },
  };
}
