import type { TimeWindow } from './oldest-first.ts';

export interface NewestFirstOptions<Row> {
  /** Rows of a window, the newest first, as many as the limit lets. */
  read: (window: TimeWindow, limit: number) => Promise<Row[]>;
  /** Nothing newer is asked for. */
  until: Date;
  limit: number;
}

const FIRST_WIDTH_MS = 3_600_000;
const WIDER = 4;
/** What is older than this is read in one window. */
const WIDEST_MS = 2 * 366 * 86_400_000;

/**
 * A page of a list that may be long. Where the database sorts all that match (oldest-first.ts), a window bounds
 * what it has to sort; it is widened into the past until the page is full.
 */
export async function newestFirst<Row>({ read, until, limit }: NewestFirstOptions<Row>): Promise<Row[]> {
  const rows: Row[] = [];
  let end: Date | null = until;
  for (let widthMs = FIRST_WIDTH_MS; end !== null && rows.length < limit; widthMs *= WIDER) {
    const after: Date | null = widthMs > WIDEST_MS ? null : new Date(end.getTime() - widthMs);
    rows.push(...(await read({ after, until: end }, limit - rows.length)));
    end = after;
  }
  return rows;
}
