import { setTimeout as wait } from 'node:timers/promises';
import { type AttemptCounterOptions, attemptCounter } from './attempt-counter.ts';
import type { AttemptLimit } from './attempt-limit.ts';

export interface AttemptDelayOptions extends AttemptCounterOptions {
  /** By so much each attempt beyond `attempts` waits longer than the one before. */
  stepMs: number;
  mostMs: number;
}

/**
 * Lets attempts wait, the longer the more of them failed lately, and refuses none: where a stranger's failures count
 * against a key that is not theirs, a refusal would lock its owner out.
 */
export function attemptDelay({ stepMs, mostMs, ...options }: AttemptDelayOptions): AttemptLimit {
  const { count, takeOff } = attemptCounter(options);
  return async (key) => {
    const { attempts } = await count(key);
    const tooMany = Math.max(0, attempts - options.attempts);
    if (tooMany > 0) await wait(Math.min(mostMs, tooMany * stepMs));
    return () => takeOff(key);
  };
}
