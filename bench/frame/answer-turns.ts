import { z } from 'zod';
import { answerOrders } from './answer-orders.ts';
import { inFlight } from './in-flight.ts';

interface DriverSide<Start, Item> {
  start: z.ZodType<Start>;
  item: z.ZodType<Item>;
  /** Connects, and gives what is done with each item. */
  begin: (start: Start) => Promise<(item: Item) => Promise<unknown>>;
}

/** Makes this process a side that loads itself, as `driverTurn` starts it. */
export function answerTurns<Start, Item>({ start, item, begin }: DriverSide<Start, Item>): void {
  const order = z.union([z.object({ start }), z.object({ items: z.array(item), concurrency: z.number() })]);
  let task: (item: Item) => Promise<unknown> = () => Promise.reject(new Error('Not started yet.'));
  answerOrders(order, async (given) => {
    if ('start' in given) {
      task = await begin(given.start);
      return {};
    }
    const begun = performance.now();
    await inFlight(given.items, given.concurrency, task);
    return { ms: performance.now() - begun };
  });
}
