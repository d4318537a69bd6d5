import { Redis } from 'ioredis';

export interface RedisSize {
  keys: number;
  mb: number;
}

/** What a Redis holds: the keys of its database, and the memory of the whole server. */
export async function redisSize(redisUrl: string): Promise<RedisSize> {
  const redis = new Redis(redisUrl);
  try {
    const used = /^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1];
    if (used === undefined) throw new Error('Redis does not tell how much memory it uses.');
    return { keys: await redis.dbsize(), mb: Number(used) / 1024 / 1024 };
  } finally {
    redis.disconnect();
  }
}
