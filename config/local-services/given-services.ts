import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { createTransport } from 'nodemailer';
import { withoutPassword } from '../settings/parse-settings.ts';
import type { SettingFault } from '../settings/setting-fault.ts';

/** The addresses that were set; those left out are not looked at. */
export interface GivenServices {
  MONGODB_URI?: string | undefined;
  REDIS_URL?: string | undefined;
  SMTP_URL?: string | undefined;
}

const ANSWER_WITHIN_MS = 4000;
const OLDEST_MAJOR = 7;

class TooOldError extends Error {}

function requireMajor(server: string, version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_MAJOR) return;
  throw new TooOldError(`it is ${server} ${version}, and ${OLDEST_MAJOR} is the oldest that will do`);
}

async function tryMongodb(uri: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri, {
    serverSelectionTimeoutMS: ANSWER_WITHIN_MS,
    connectTimeoutMS: ANSWER_WITHIN_MS,
  });
  try {
    const { version } = await client.db('admin').command({ buildInfo: 1 });
    requireMajor('MongoDB', String(version));
    // buildInfo needs no login; a read of our own database does.
    await client
      .db()
      .collection('accounts')
      .findOne({}, { projection: { _id: 1 } });
  } finally {
    await client.close();
  }
}

async function tryRedis(url: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let reason: Error | undefined;
  // connect() only says that the connection is closed; why comes as an event.
  client.on('error', (error: Error) => (reason ??= error));
  try {
    await client.connect();
    const info = await client.info('server');
    requireMajor('Redis', /redis_version:(\S+)/.exec(info)?.[1] ?? '0');
  } catch (error) {
    throw error instanceof TooOldError ? error : (reason ?? error);
  } finally {
    client.disconnect();
  }
}

async function trySmtp(url: string): Promise<void> {
  const transport = createTransport({
    url,
    connectionTimeout: ANSWER_WITHIN_MS,
    greetingTimeout: ANSWER_WITHIN_MS,
    dnsTimeout: ANSWER_WITHIN_MS,
  });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

const TRIES = { MONGODB_URI: tryMongodb, REDIS_URL: tryRedis, SMTP_URL: trySmtp } as const;
const OWN = {
  MONGODB_URI: 'npm start runs a database of its own',
  REDIS_URL: 'npm start runs a Redis of its own',
  SMTP_URL: 'npm start keeps every message on this machine',
} as const;

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return withoutPassword(message.split('\n')[0] ?? '').replace(/\.$/, '');
}

async function faultsOf(setting: keyof typeof TRIES, url: string | undefined): Promise<SettingFault[]> {
  if (url === undefined) return [];
  try {
    await TRIES[setting](url);
    return [];
  } catch (error) {
    const shown = withoutPassword(url);
    return [
      {
        setting,
        wrong: `names a server that cannot be used (${shown}): ${reasonOf(error)}`,
        remedy: `Start that server or correct the address; without ${setting}, ${OWN[setting]}`,
      },
    ];
  }
}

/** Tries every server that was given, all at once, each with a real command; takes seconds at most. */
export async function checkGivenServices(given: GivenServices): Promise<SettingFault[]> {
  const settings = ['MONGODB_URI', 'REDIS_URL', 'SMTP_URL'] as const;
  return (await Promise.all(settings.map((setting) => faultsOf(setting, given[setting])))).flat();
}
