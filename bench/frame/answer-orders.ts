import { z } from 'zod';

const message = z.object({ order: z.unknown() });

/** What a process of the bench answers: to its order, or to a question for what it used so far, or why it cannot. */
export const reply = z.object({
  answer: z.unknown().optional(),
  used: z.object({ cpuMs: z.number(), peakMb: z.number() }),
  fault: z.string().optional(),
});

/** Makes this process do what the run orders, one order at a time; it ends when the run does, however that ends. */
export function answerOrders<Order>(
  schema: z.ZodType<Order>,
  answer: (order: Order) => Promise<object>,
): void {
  process.on('message', (received) => {
    const { order } = message.parse(received);
    void (async () => (order === 'used' ? {} : answer(schema.parse(order))))().then(
      (done) => tell({ answer: done }),
      (error: unknown) => tell({ fault: error instanceof Error ? String(error.stack) : String(error) }),
    );
  });
  process.once('disconnect', () => process.exit());
}

function tell(outcome: { answer?: object; fault?: string }): void {
  // maxRSS is in kilobytes.
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 };
  process.send?.({ ...outcome, used });
}
