import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { Fault } from '../domain/fault.ts';

export interface AttemptLimitOptions {
  name: string;
  attempts: number;
  perSeconds: number;
  redis: Redis;
}

/** Counts an attempt for a key; what it gives back takes the attempt off again. @throws Fault `too_many_attempts` */
export type AttemptLimit = (key: string) => Promise<Forgive>;
/** For an attempt that succeeded: only failures shall add up. */
export type Forgive = () => Promise<void>;

/** A limit that all web processes share through Redis; without Redis each counts for itself, it never opens. */
export function attemptLimit({ name, attempts, perSeconds, redis }: AttemptLimitOptions): AttemptLimit {
  const numbers = { keyPrefix: `limit-${name}`, points: attempts, duration: perSeconds };
  const limiter = new RateLimiterRedis({
    ...numbers,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(numbers),
  });
  return async (key) => {
    try {
      await limiter.consume(key);
      return async () => {
        await limiter.reward(key);
      };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new Fault('too_many_attempts', {
        params: { seconds: String(Math.ceil(refusal.msBeforeNext / 1000)) },
      });
    }
  };
}
