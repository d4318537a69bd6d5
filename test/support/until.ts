import { setTimeout as sleep } from 'node:timers/promises';

/** Awaits a condition, asking often; says which one when it does not come true. */
export async function until(what: string, condition: () => unknown, withinMs = 10_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Not within ${withinMs / 1000} s: ${what}`);
    await sleep(20);
  }
}
