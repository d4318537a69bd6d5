import { createHmac } from 'node:crypto';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

export interface AttemptCounterOptions {
  name: string;
  attempts: number;
  perSeconds: number;
  redis: Redis;
  /** A key may be a telephone number or whatever was typed: Redis sees a keyed hash of it. */
  secret: Buffer;
}

/** How many attempts there were with this one, and when they are forgotten. */
export interface AttemptCount {
  attempts: number;
  isOver: boolean;
  msLeft: number;
}

/** Counts attempts by key, for all web processes through Redis; without Redis each process counts for itself. */
export function attemptCounter({ name, attempts, perSeconds, redis, secret }: AttemptCounterOptions) {
  const numbers = { keyPrefix: `limit-${name}`, points: attempts, duration: perSeconds };
  const limiter = new RateLimiterRedis({
    ...numbers,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(numbers),
  });
  const keyed = (key: string) => createHmac('sha256', secret).update(`${name}:${key}`).digest('base64url');

  async function count(key: string): Promise<AttemptCount> {
    try {
      return counted(await limiter.consume(keyed(key)), false);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return counted(refusal, true);
    }
  }

  async function takeOff(key: string): Promise<void> {
    await limiter.reward(keyed(key));
  }

  return { count, takeOff };
}

function counted({ consumedPoints, msBeforeNext }: RateLimiterRes, isOver: boolean): AttemptCount {
  return { attempts: consumedPoints, isOver, msLeft: msBeforeNext };
}
