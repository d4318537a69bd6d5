import { z } from 'zod';

/** A row of a list that goes by an instant: rows of one instant go by their ids. */
export const timePlace = z.object({ at: z.coerce.date(), id: z.string() });
export type TimePlace = z.infer<typeof timePlace>;

/** What a query asks for, with the row behind which the page begins in the place of the cursor that tells it. */
export type PageRequest<Query, Place> = Omit<Query, 'cursor'> & { after: Place | null };

/** Where the next page begins; null where this one is not full, and so the last. */
export function placeBehind<Row, Place>(
  page: readonly Row[],
  limit: number,
  placeOf: (last: Row) => Place,
): Place | null {
  const last = page.length === limit ? page.at(-1) : undefined;
  return last === undefined ? null : placeOf(last);
}

/** The rows behind a place, as a query, where the newest come first. */
export function olderThan(field: string, place: TimePlace | null): { $or?: Record<string, unknown>[] } {
  if (place === null) return {};
  return { $or: [{ [field]: { $lt: place.at } }, { [field]: place.at, _id: { $lt: place.id } }] };
}
