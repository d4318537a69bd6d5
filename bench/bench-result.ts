/** One line of the table that a benchmark prints: ours, a peer's and a physical limit, measured in one run. */
export interface BenchResult {
  name: string;
  /** What it ran on: a database, or the language alone. */
  engine: string;
  ours: number;
  peer: number | null;
  limit: number | null;
  /** ours ÷ peer and ours ÷ limit, in the unit given. */
  vsPeer: number | null;
  vsLimit: number | null;
  unit: string;
  note?: string;
}
