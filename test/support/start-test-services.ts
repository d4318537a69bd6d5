import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { startLocalServices } from '../../config/local-services/local-services.ts';

/**
 * Starts the servers of a test run with a data folder of its own, or takes the given ones (MONGODB_URI, REDIS_URL)
 * with names of the run's own. Returns what ends them and removes all that the run has written.
 */
export async function startTestServices(say: (line: string) => void): Promise<() => Promise<void>> {
  const { MONGODB_URI, REDIS_URL } = process.env;
  const runName = `heyi_test_${randomBytes(4).toString('hex')}`;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'test-'));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', removeData);
  const services = await startLocalServices({
    dataDir,
    given: { mongodbUri: MONGODB_URI, redisUrl: REDIS_URL },
    say,
  });
  say(`Tests run on ${services.mongodbEngine} and ${services.redisEngine}.`);
  Object.assign(process.env, {
    TEST_RUN_NAME: runName,
    TEST_MONGODB_URI: services.mongodbUri,
    TEST_REDIS_URL: services.redisUrl,
  });
  return async () => {
    if (MONGODB_URI) await dropDatabases(MONGODB_URI, runName);
    if (REDIS_URL) await deleteKeys(REDIS_URL, runName);
    await services.stop();
    removeData();
  };
}

async function dropDatabases(uri: string, prefix: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri);
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) if (name.startsWith(prefix)) await client.db(name).dropDatabase();
  } finally {
    await client.close();
  }
}

async function deleteKeys(url: string, prefix: string): Promise<void> {
  const client = new Redis(url);
  try {
    for await (const keys of client.scanStream({ match: `*${prefix}*`, count: 1000 })) {
      if (Array.isArray(keys) && keys.length > 0) await client.del(...keys.map(String));
    }
  } finally {
    await client.quit();
  }
}
