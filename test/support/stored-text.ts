import { Redis } from 'ioredis';
import mongoose, { type Connection } from 'mongoose';

/** Everything that lies in a database, as text, for whoever looks for what must not be in it. */
export async function databaseText({ db }: Connection): Promise<string> {
  if (db === undefined) throw new Error('There is no database.');
  const texts: string[] = [];
  for (const { name } of await db.listCollections().toArray()) {
    const documents = await db.collection(name).find().toArray();
    texts.push(JSON.stringify(documents.map(withBinaryAsText)));
  }
  return texts.join('\n');
}

/** Every key of a Redis with what lies under it. */
export async function redisText(redisUrl: string, match = '*'): Promise<string> {
  const redis = new Redis(redisUrl);
  const texts: string[] = [];
  for await (const keys of redis.scanStream({ match })) {
    if (!Array.isArray(keys)) continue;
    for (const key of keys.map(String)) texts.push(key, String(await redis.dumpBuffer(key)));
  }
  redis.disconnect();
  return texts.join('\n');
}

/** Bytes as they would be read by whoever looks for text in them. */
function withBinaryAsText(document: Record<string, unknown>): unknown {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [
      name,
      value instanceof mongoose.mongo.Binary ? Buffer.from(value.buffer).toString('utf8') : value,
    ]),
  );
}
