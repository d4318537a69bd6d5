import type { SweepResult } from '../server/notices/sweep-notices.ts';
import type { TurnStore } from '../server/notices/turn-store.ts';

export interface SweepInTurnOptions {
  workerId: string;
  turns: TurnStore;
  sweepNotices: () => Promise<SweepResult>;
  /** Called after each slice, so that its notices need not wait for the next one. */
  onSlice: (result: SweepResult) => void;
  now: () => Date;
  /** From the end of one sweep to the next, whichever worker does it. */
  everyMs: number;
}

/** A worker that dies in its turn keeps the others from sweeping for so long: far more than a slice takes. */
const TURN_MS = 10_000;

/**
 * Sweeps slice by slice until nothing is due, while no other worker does: two at once would read and write the same
 * slice. The turn is passed on after each slice and whoever comes first takes the next, so that the database is not
 * swept more often because there are more workers.
 */
export function sweepInTurn(options: SweepInTurnOptions) {
  const { workerId, turns, sweepNotices, onSlice, now, everyMs } = options;
  const turn = { work: 'sweep', holder: workerId };
  const after = (ms: number) => new Date(now().getTime() + ms);
  return async (signal: AbortSignal): Promise<void> => {
    let isLast = false;
    while (!isLast && !signal.aborted && (await turns.take(turn, { now: now(), until: after(TURN_MS) }))) {
      isLast = true;
      try {
        const result = await sweepNotices();
        isLast = result.isLast;
        onSlice(result);
      } finally {
        await turns.pass(turn, after(isLast ? everyMs : 0));
      }
    }
  };
}
