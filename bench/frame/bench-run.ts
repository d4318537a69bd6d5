import type { RunServices } from '../../test/support/start-run-services.ts';
import type { BenchResult } from '../bench-result.ts';

/** What a bench file is given. One that needs neither servers nor counts may leave it out. */
export interface BenchRun {
  /** How often each side has its turn; a figure is the median of that many. */
  rounds: number;
  /** Timed operations of each turn, where the measure's own number is not wanted. */
  operations: number | undefined;
  /** How many cases there are where a measure fills a database, where its own number is not wanted. */
  cases: number | undefined;
  /** Of `npm start` or `npm run seed`: its database is measured instead of a new one. */
  dataDir: string | undefined;
  /** Starts the servers when they are first asked for; they end with the run. */
  services: () => Promise<RunServices>;
  say: (line: string) => void;
}

/** What every `*.bench.ts` exports as `measure`. */
export type Measure = (run: BenchRun) => Promise<BenchResult[]>;
