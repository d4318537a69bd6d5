import type { Request } from 'express';
import { Fault } from '../domain/fault.ts';
import { type AttemptCounterOptions, attemptCounter } from './attempt-counter.ts';
import { tellLimit } from './tell-limit.ts';

/**
 * Counts an attempt for a key; what it gives back takes the attempt off again. A request that is given is told in its
 * answer how much is left: only where the key is its own. @throws Fault `too_many_attempts`
 */
export type AttemptLimit = (key: string, request?: Pick<Request, 'res'>) => Promise<Forgive>;
/** For an attempt that succeeded: only failures shall add up. */
export type Forgive = () => Promise<void>;
export type LimitedKey = readonly [limit: AttemptLimit, key: string, request?: Pick<Request, 'res'>];

/** A limit that all web processes share through Redis; without Redis each counts for itself, it never opens. */
export function attemptLimit(options: AttemptCounterOptions): AttemptLimit {
  const { count, takeOff } = attemptCounter(options);
  return async (key, request) => {
    const { attempts, isOver, msLeft } = await count(key);
    const left = options.attempts - attempts;
    if (request !== undefined) tellLimit(request, { ...options, left, msLeft });
    if (isOver) {
      throw new Fault('too_many_attempts', { params: { seconds: String(Math.ceil(msLeft / 1000)) } });
    }
    return async () => {
      await takeOff(key);
      if (request !== undefined) tellLimit(request, { ...options, left: left + 1, msLeft });
    };
  };
}

/** Counts an attempt under each of its keys; where it succeeds it is taken off again, for failures alone add up. */
export async function attempt<Result>(
  limits: readonly LimitedKey[],
  work: () => Promise<Result>,
): Promise<Result> {
  const forgiven: Forgive[] = [];
  for (const [limit, key, request] of limits) forgiven.push(await limit(key, request));
  const result = await work();
  await Promise.all(forgiven.map((forgive) => forgive()));
  return result;
}
