/** One measure against its peer and its physical limit, all taken in the same run. */
export interface BenchResult {
  name: string;
  /** What stood behind it, as `FerretDB 2.7.0 on PostgreSQL 18 + DocumentDB`; for pure functions the runtime. */
  engine: string;
  /** Medians over the rounds, in `unit`; null where there is no such thing to compare with. */
  ours: number;
  peer: number | null;
  limit: number | null;
  /** Above 1 always means that ours is better, whether the unit is a rate or a time. */
  vsPeer: number | null;
  vsLimit: number | null;
  /** Says whether the figures are rates or times: `requests/s (rate)`, `µs/case (time)`. */
  unit: string;
  note?: string;
}
