/** Instants after one and up to another. */
export interface TimeWindow {
  /** Null: from the beginning. */
  after: Date | null;
  until: Date;
}

/** The instants of a window, as a query. */
export function withinWindow({ after, until }: TimeWindow) {
  return after === null ? { $lte: until } : { $gt: after, $lte: until };
}

export interface OldestFirstOptions<Row> {
  /** Rows of a window, as many as the limit lets, in any order. */
  read: (window: TimeWindow, limit: number) => Promise<Row[]>;
  at: (row: Row) => Date;
}

/** Rows of the same minute come in any order, and so do those that are older than the widest window. */
const FINEST_MS = 60_000;
const WIDEST_MS = 2 * 366 * 86_400_000;
const NARROWER = 8;

/**
 * Reads the oldest rows without asking the database for a sort: a MongoDB-compatible server may fetch and sort all
 * that match, and a page of a backlog would cost as much as the backlog. A window over the instants is widened
 * until the page is full, and narrowed where it holds more; the next page begins where this one ended.
 */
export function oldestFirst<Row>({ read, at }: OldestFirstOptions<Row>) {
  const inOrder = (rows: Row[]) => rows.sort((left, right) => at(left).getTime() - at(right).getTime());
  let start: Date | null = null;
  let widthMs = WIDEST_MS;

  /** What lies before the place where the last page ended; nobody knows where, when it is a page or more. */
  async function leftBehind(limit: number): Promise<Row[]> {
    if (start === null) return [];
    const rows = await read({ after: null, until: start }, limit);
    if (rows.length < limit) return inOrder(rows);
    start = null;
    return [];
  }

  return async (until: Date, limit: number): Promise<Row[]> => {
    const rows = await leftBehind(limit);
    while (start === null || start < until) {
      const wanted = limit - rows.length;
      const from = start?.getTime() ?? until.getTime() - WIDEST_MS;
      const end = Math.min(from + widthMs, until.getTime());
      const found = await read({ after: start, until: new Date(end) }, wanted);
      if (found.length === wanted && end - from > FINEST_MS) {
        widthMs = Math.max((end - from) / NARROWER, FINEST_MS);
        continue;
      }
      rows.push(...inOrder(found));
      if (found.length === wanted) break;
      start = new Date(end);
      if (found.length < wanted / NARROWER) widthMs = Math.min(widthMs * 2, WIDEST_MS);
    }
    return rows;
  };
}
