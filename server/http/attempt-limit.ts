import { Fault } from '../domain/fault.ts';
import { type AttemptCounterOptions, attemptCounter } from './attempt-counter.ts';

/** Counts an attempt for a key; what it gives back takes the attempt off again. @throws Fault `too_many_attempts` */
export type AttemptLimit = (key: string) => Promise<Forgive>;
/** For an attempt that succeeded: only failures shall add up. */
export type Forgive = () => Promise<void>;

/** A limit that all web processes share through Redis; without Redis each counts for itself, it never opens. */
export function attemptLimit(options: AttemptCounterOptions): AttemptLimit {
  const { count, takeOff } = attemptCounter(options);
  return async (key) => {
    const { isOver, msLeft } = await count(key);
    if (isOver) {
      throw new Fault('too_many_attempts', { params: { seconds: String(Math.ceil(msLeft / 1000)) } });
    }
    return () => takeOff(key);
  };
}

/** Counts an attempt under each of its keys; where it succeeds it is taken off again, for failures alone add up. */
export async function attempt<Result>(
  limits: readonly (readonly [limit: AttemptLimit, key: string])[],
  work: () => Promise<Result>,
): Promise<Result> {
  const forgiven: Forgive[] = [];
  for (const [limit, key] of limits) forgiven.push(await limit(key));
  const result = await work();
  await Promise.all(forgiven.map((forgive) => forgive()));
  return result;
}
