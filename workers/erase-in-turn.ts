import type { Logger } from 'pino';
import type { eraseOverdue } from '../server/erasure/erase-overdue.ts';
import type { TurnStore } from '../server/notices/turn-store.ts';

export interface EraseInTurnOptions {
  workerId: string;
  turns: TurnStore;
  eraseOverdue: ReturnType<typeof eraseOverdue>;
  now: () => Date;
  logger: Logger;
  /** From the end of one round to the next, whichever worker does it. */
  everyMs: number;
}

/** A worker that dies in its turn keeps the others from erasing for so long: far more than a slice takes. */
const TURN_MS = 120_000;

/**
 * Erases what was kept long enough, while no other worker does: two at once would erase nothing twice, but read it all
 * twice. The turn is prolonged before each slice; who lost it, or is told to stop, ends there.
 */
export function eraseInTurn({ workerId, turns, eraseOverdue, now, logger, everyMs }: EraseInTurnOptions) {
  const turn = { work: 'erasure', holder: workerId };
  const after = (ms: number) => new Date(now().getTime() + ms);
  const take = () => turns.take(turn, { now: now(), until: after(TURN_MS) });
  return async (signal: AbortSignal): Promise<void> => {
    if (!(await take())) return;
    let next = 0;
    try {
      await eraseOverdue({
        mayGoOn: async () => !signal.aborted && (await take()),
        // The log lies outside the database: after a restore it tells of erasures since the list was last kept.
        onErased: (erased) => logger.info({ erased }, 'a case was erased'),
        onFault: ({ caseId, error }) =>
          logger.error({ caseId, err: error }, 'a case that was kept long enough cannot be erased'),
      });
      if (!signal.aborted) next = everyMs;
    } finally {
      await turns.pass(turn, after(next));
    }
  };
}
