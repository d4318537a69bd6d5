import { z } from 'zod';
import { answerOrders } from '../frame/answer-orders.ts';

/** Makes this process a side that finds so many that are due and hands each of them on, as `sweepTurn` starts it. */
export function answerSweeps<Start>(
  start: z.ZodType<Start>,
  begin: (start: Start) => Promise<(due: number) => Promise<{ ms: number }>>,
): void {
  const order = z.union([z.object({ start }), z.object({ due: z.number() })]);
  let sweep: (due: number) => Promise<{ ms: number }> = () => Promise.reject(new Error('Not started yet.'));
  answerOrders(order, async (given) => {
    if ('due' in given) return sweep(given.due);
    sweep = await begin(given.start);
    return {};
  });
}
