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

/** Some servers walk all that an index holds of a window, whatever the limit: one that is much too wide is dear. */
const WIDER = 8;
/** So many pages a window should hold: fewer would often be less than one. */
const WANTED_PAGES = 1.5;
/** A window that holds so many pages is too wide. */
const MOST_PAGES = 4;
/** What lies on one spot cannot be told apart by the order, and is read at once. */
const MOST_ON_ONE_SPOT = 1_000_000;

/**
 * A page of a list in order, without asking the database for a sort: a MongoDB-compatible server may fetch and sort
 * all that match, and a page would cost as much as the list. A window on the order is narrowed until it can be read
 * as a whole and widened where it holds little. What is read beyond the page is a few pages, however long the list.
 * `reach` is how wide a window must be that holds the page, and half as much again, from the begin of the list: given as
 * `width`, it lets the next first page be read at once, as long as the list has not changed much.
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
    const ahead = found.filter((row) => after === null || forward(row, after) > 0).sort(forward);
    if (found.length === most) {
      // Up to the last of a page of these rows there is a whole page, in whatever order they came.
      const near = ahead[limit - 1]?.order ?? far;
      const narrower = Math.floor(width / WIDER);
      const reach = Math.abs(near - start) + 1;
      crowdedTo = reach < narrower ? near : far;
      width = Math.max(Math.min(narrower, reach), 1);
      continue;
    }
    rows.push(...ahead);
    start = far + step;
    // On the way to where many are, wider windows would only be too wide again, and narrower ones too many.
    const onTheWay = crowdedTo !== null && (crowdedTo - start) * step >= 0 && rows.length < limit;
    const fitting = Math.min((WANTED_PAGES * limit) / found.length, WIDER);
    if (!onTheWay) width = Math.ceil(width * fitting);
  }
  const page = rows.slice(0, limit);
  const [front] = page;
  const last = page.length === limit ? page.at(-1) : undefined;
  if (front === undefined || last === undefined) return { page, next: null, reach: Number.MAX_SAFE_INTEGER };
  const span = Math.abs(last.order - front.order) + 1;
  const begin = descending ? bounds.to : bounds.from;
  return {
    page,
    // Where a gap lay before the page, the window that took it in is no measure.
    next: { ...last, width: Math.min(width, Math.ceil(WANTED_PAGES * span)) },
    reach: Math.ceil(Math.abs(front.order - begin) + WANTED_PAGES * span),
  };
}
