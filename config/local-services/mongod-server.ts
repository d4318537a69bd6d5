import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { superviseProcess } from '../supervised-process.ts';
import { keptSecret } from './kept-secret.ts';
import { mongodVersion } from './mongod-build.ts';
import type { RunningServer } from './running-server.ts';
import type { ServerContext } from './server-context.ts';
import { sparePort } from './spare-port.ts';

const REPLICA_SET = 'heyi';
const PRIMARY_WITHIN_MS = 30_000;

/** Starts a mongod as a replica set of one, on a spare loopback port, with a journal and a password. */
export async function startMongod(
  program: string,
  folder: string,
  { say }: ServerContext,
): Promise<RunningServer> {
  const data = path.join(folder, 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const keyFile = path.join(folder, 'key');
  keptSecret(keyFile, 64);
  const password = keptSecret(path.join(folder, 'password-app'));
  const port = await keptPort(path.join(folder, 'port'));
  const server = superviseProcess({
    name: 'MongoDB',
    command: program,
    args: mongodArguments({ data, port, keyFile }),
    isReady: async () =>
      (await inAdmin(port, undefined, (admin) => admin.command({ hello: 1 }))) !== undefined,
    pidFile: path.join(folder, 'pid'),
    say,
  });
  try {
    await server.ready;
    await becomePrimary(port, password);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    uri: `mongodb://app:${password}@127.0.0.1:${port}/heyi?authSource=admin&replicaSet=${REPLICA_SET}`,
    engine: `MongoDB ${await mongodVersion(program)}`,
    stop: () => server.stop(),
  };
}

function mongodArguments({ data, port, keyFile }: { data: string; port: number; keyFile: string }): string[] {
  const settings = {
    dbpath: data,
    bind_ip: '127.0.0.1',
    port: String(port),
    replSet: REPLICA_SET,
    keyFile,
    // A replica set of one has nobody to hand over to; by default each stop would wait 15 s for that.
    setParameter: 'shutdownTimeoutMillisForSignaledShutdown=100',
  };
  return ['--nounixsocket', ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])];
}

/** The port is part of the replica set's settings: the same one as before, if it is still spare. */
async function keptPort(file: string): Promise<number> {
  const port = await sparePort(existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined);
  writeFileSync(file, String(port));
  return port;
}

/** Makes the replica set and its user the first time, and moves it when its port is another one by now. */
async function becomePrimary(port: number, password: string): Promise<void> {
  const host = `127.0.0.1:${port}`;
  const until = Date.now() + PRIMARY_WITHIN_MS;
  for (let failure: unknown; ; await sleep(100)) {
    const hello = await inAdmin(port, undefined, (admin) => admin.command({ hello: 1 }));
    if (hello['isWritablePrimary'] === true) break;
    if (Date.now() > until) {
      throw new Error('MongoDB started, but its replica set of one has no primary', { cause: failure });
    }
    // `me` is missing while it starts too, so a failure here may mean no more than "ask again".
    if (hello['me'] !== host) failure = await initiateOrMove(port, password).catch((error: unknown) => error);
  }
  const hasUser = await inAdmin(port, password, (admin) => admin.command({ ping: 1 })).then(
    () => true,
    () => false,
  );
  if (!hasUser) await createUser(port, password);
}

async function initiateOrMove(port: number, password: string): Promise<void> {
  const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
  const initiated = await inAdmin(port, undefined, (admin) =>
    admin.command({ replSetInitiate: { _id: REPLICA_SET, version: 1, members } }),
  ).then(
    () => true,
    () => false,
  );
  if (initiated) return;
  await inAdmin(port, password, async (admin) => {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    if (config.members[0].host === members[0]?.host) return;
    const version = Number(config.version) + 1;
    await admin.command({ replSetReconfig: { ...config, version, members }, force: true });
  });
}

/** Allowed without a password from the same machine, as long as there is no user at all. */
async function createUser(port: number, password: string): Promise<void> {
  const roles = ['readWriteAnyDatabase', 'dbAdminAnyDatabase', 'clusterAdmin'];
  await inAdmin(port, undefined, (admin) => admin.command({ createUser: 'app', pwd: password, roles }));
}

async function inAdmin<T>(
  port: number,
  password: string | undefined,
  work: (admin: mongoose.mongo.Db) => Promise<T>,
): Promise<T> {
  const client = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${port}/admin`, {
    directConnection: true,
    serverSelectionTimeoutMS: 2000,
    ...(password === undefined ? {} : { auth: { username: 'app', password } }),
  });
  try {
    return await work(client.db('admin'));
  } finally {
    await client.close();
  }
}
