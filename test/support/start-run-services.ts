import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { type LocalServices, startLocalServices } from '../../config/local-services/local-services.ts';

/** The servers of one run of tests or measures. */
export interface RunServices extends Omit<LocalServices, 'stop'> {
  /** Begins every database and key of this run, as `heyi_test_1f2e3d4c`. */
  runName: string;
  /** Ends the servers, or removes from given ones what lies under the run's name. */
  stop: () => Promise<void>;
}

/**
 * Starts servers with a data folder of their own, which goes with them, or takes the given ones (MONGODB_URI,
 * REDIS_URL) with names of the run's own.
 */
export async function startRunServices(
  purpose: 'test' | 'bench',
  say: (line: string) => void,
): Promise<RunServices> {
  const { MONGODB_URI, REDIS_URL } = process.env;
  const runName = `heyi_${purpose}_${randomBytes(4).toString('hex')}`;
  const dataDir = mkdtempSync(path.join(tmpdir(), `${purpose}-`));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', removeData);
  const services = await startLocalServices({
    dataDir,
    given: { mongodbUri: MONGODB_URI, redisUrl: REDIS_URL },
    say,
  });
  return {
    ...services,
    runName,
    stop: async () => {
      if (MONGODB_URI) await dropDatabases(MONGODB_URI, runName);
      if (REDIS_URL) await deleteKeys(REDIS_URL, runName);
      await services.stop();
      removeData();
    },
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
