import { z } from 'zod';
import { answerOrders } from '../frame/answer-orders.ts';

/** What becomes of a deadline: it is set, its day moves, it falls away. */
export const PHASES = ['create', 'move', 'cancel'] as const;
export type Phase = (typeof PHASES)[number];

export interface DeadlineSide {
  phases: Record<Phase, () => Promise<unknown>>;
  /** How many deadlines wait for this instant. */
  waiting: (at: Date) => Promise<number>;
}

/** Makes this process a side that sets, moves and cancels deadlines, as `deadlineTurn` starts it. */
export function answerPhases<Start>(
  start: z.ZodType<Start>,
  begin: (start: Start) => Promise<DeadlineSide>,
): void {
  const order = z.union([
    z.object({ start }),
    z.object({ phase: z.enum(PHASES) }),
    z.object({ waitingFor: z.iso.datetime() }),
  ]);
  let side: DeadlineSide | undefined;
  answerOrders(order, async (given) => {
    if ('start' in given) side = await begin(given.start);
    if (side === undefined) throw new Error('Not started yet.');
    if ('waitingFor' in given) return { count: await side.waiting(new Date(given.waitingFor)) };
    if (!('phase' in given)) return {};
    const begun = performance.now();
    await side.phases[given.phase]();
    return { ms: performance.now() - begun };
  });
}
