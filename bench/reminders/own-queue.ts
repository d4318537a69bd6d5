import { Redis } from 'ioredis';
import { NOTICE_QUEUE } from '../../schemas/jobs.ts';

const KEYS = `bull:${NOTICE_QUEUE}:*`;

/**
 * Lends a measure the worker's own queue, and removes what it leaves there.
 * @throws Error when the queue is already in use: the measure would take the mails of a living service
 */
export async function withOwnQueue<Result>(redisUrl: string, use: () => Promise<Result>): Promise<Result> {
  const redis = new Redis(redisUrl);
  try {
    if ((await queueKeys(redis)).length > 0) {
      throw new Error(
        'REDIS_URL holds the queue of a service: give the bench a Redis database of its own, as redis://127.0.0.1:6379/15.',
      );
    }
    try {
      return await use();
    } finally {
      const left = await queueKeys(redis);
      if (left.length > 0) await redis.del(...left);
    }
  } finally {
    redis.disconnect();
  }
}

async function queueKeys(redis: Redis): Promise<string[]> {
  const found: string[] = [];
  for await (const keys of redis.scanStream({ match: KEYS, count: 1000 })) {
    if (Array.isArray(keys)) found.push(...keys.map(String));
  }
  return found;
}
