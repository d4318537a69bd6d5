import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { tryFileLock } from '../processes/file-lock.ts';
import { startMongodb } from './mongodb.ts';
import type { Say } from './narrate.ts';
import { startRedis } from './redis-server.ts';
import type { RunningServer } from './running-server.ts';
import { serverCacheFolder } from './server-cache.ts';

export interface LocalServicesRequest {
  /** Everything a server stores lives below it. */
  dataDir: string;
  /** Of the servers that are fetched or built; else as HEYI_CACHE_DIR and the user's cache folder say. */
  cacheDir?: string | undefined;
  /** Used as they are; nothing is started for them. */
  given: { mongodbUri?: string | undefined; redisUrl?: string | undefined };
  /** Progress: a line at least every few seconds for anything over two. */
  say: Say;
}

export interface LocalServices {
  mongodbUri: string;
  /** As it is named on screen and beside figures, as 'FerretDB 2.7.0 on PostgreSQL 18 + DocumentDB'. */
  mongodbEngine: string;
  redisUrl: string;
  redisEngine: string;
  /** Ends every process that was started, the data safe. */
  stop(): Promise<void>;
}

/** Another start uses the same data folder. */
export class DataFolderInUseError extends Error {
  constructor(dataDir: string, pid: number) {
    super(`${dataDir} is in use by process ${pid}: stop that one first, or set DATA_DIR to another folder.`);
    this.name = 'DataFolderInUseError';
  }
}

/** Finds, fetches or starts the servers that no address was given for; supervised until stop(). */
export async function startLocalServices(request: LocalServicesRequest): Promise<LocalServices> {
  const { given, say } = request;
  const dataDir = path.resolve(request.dataDir);
  const servers = path.join(dataDir, 'servers');
  const release = given.mongodbUri && given.redisUrl ? () => undefined : lockFolder(dataDir, servers);
  const started: RunningServer[] = [];
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()));
    release();
  };
  const context = {
    cache: request.cacheDir ? path.resolve(request.cacheDir) : serverCacheFolder(process.env),
    say,
  };
  const start = async (startServer: () => Promise<RunningServer>) => {
    const server = await startServer();
    started.push(server);
    return server;
  };
  const [mongodb, redis] = await Promise.allSettled([
    given.mongodbUri
      ? { uri: given.mongodbUri, engine: 'the server of MONGODB_URI' }
      : start(() => startMongodb(servers, context)),
    given.redisUrl
      ? { uri: given.redisUrl, engine: 'the server of REDIS_URL' }
      : start(() => startRedis(path.join(servers, 'redis'), context)),
  ]);
  if (mongodb.status === 'rejected' || redis.status === 'rejected') {
    await stop();
    throw failureOf(mongodb, redis);
  }
  return {
    mongodbUri: mongodb.value.uri,
    mongodbEngine: mongodb.value.engine,
    redisUrl: redis.value.uri,
    redisEngine: redis.value.engine,
    stop,
  };
}

function lockFolder(dataDir: string, servers: string): () => void {
  mkdirSync(servers, { recursive: true });
  const attempt = tryFileLock(path.join(servers, 'lock'));
  if (!attempt.taken) throw new DataFolderInUseError(dataDir, attempt.heldBy);
  return attempt.release;
}

function failureOf(...outcomes: readonly PromiseSettledResult<unknown>[]): Error {
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  const messages = reasons.map((reason) => (reason instanceof Error ? reason.message : String(reason)));
  return new Error(messages.join('\n'), { cause: reasons[0] });
}
