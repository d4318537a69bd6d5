import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { hasDebianPackages } from '../../../config/local-services/debian-packages.ts';
import {
  DataFolderInUseError,
  type LocalServices,
  startLocalServices,
} from '../../../config/local-services/local-services.ts';
import { processIdentity } from '../../../config/processes/process-identity.ts';
import { runModule } from '../../support/run-module.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { until } from '../../support/until.ts';

describe('servers of one’s own', function () {
  this.timeout(60_000);
  // Below a closed folder with a long name, as a clone in a home is: sockets and PostgreSQL's user must bear it.
  const closed = path.join(temporaryFolder(), 'closed'.repeat(20));
  const dataDir = path.join(closed, 'data');
  const said: string[] = [];
  let services: LocalServices;
  const start = async () => {
    services = await startLocalServices({ dataDir, given: {}, say: (line) => said.push(line) });
  };
  /** A folder for the front of the PATH with a program that only tells its version. */
  const programSaying = (name: string, version: string) => {
    const folder = path.join(closed, `path-${name}`);
    mkdirSync(folder);
    writeFileSync(path.join(folder, name), `#!/bin/sh\necho '${version}'\n`, { mode: 0o755 });
    return folder;
  };
  const notes = async () =>
    (
      await mongoose.createConnection(services.mongodbUri, { serverSelectionTimeoutMS: 20_000 }).asPromise()
    ).collection<{
      _id: number;
    }>('notes');

  before(async function () {
    // A run on given servers need not be able to start any.
    if (process.env['MONGODB_URI'] || process.env['REDIS_URL']) this.skip();
    mkdirSync(closed, { mode: 0o700 });
    await start();
  });
  after(() => services?.stop());

  it('a second start on the same data folder names the process that uses it', async () => {
    const failure = await startLocalServices({ dataDir, given: {}, say: () => undefined }).catch(
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(DataFolderInUseError);
    expect(String(failure)).to.contain(`is in use by process ${process.pid}`);
  });

  it('nothing is started, and no folder made, for given servers', async () => {
    const untouched = path.join(closed, 'untouched');
    const given = { mongodbUri: 'mongodb://127.0.0.1:1/heyi', redisUrl: 'redis://127.0.0.1:1' };
    const used = await startLocalServices({ dataDir: untouched, given, say: () => undefined });
    await used.stop();
    expect(used).to.deep.include(given);
    expect(existsSync(untouched)).to.equal(false);
  });

  it('nobody else on this machine can read the passwords or the data', () => {
    const open = readdirSync(path.join(dataDir, 'servers'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /password|url|redis\.conf|key$|pgdata$|\bdata$/.test(name))
      .filter((name) => statSync(path.join(dataDir, 'servers', name)).mode & 0o077);
    expect(open).to.deep.equal([]);
  });

  it('who has no password is refused', async () => {
    const open = (uri: string) => uri.replace(/\/\/[^@]*@/, '//');
    const redis = new Redis(open(services.redisUrl), { retryStrategy: () => null });
    redis.on('error', () => undefined);
    expect(await redis.set('a', 1).catch(String)).to.contain('NOAUTH');
    redis.disconnect();
    const connection = await mongoose.createConnection(open(services.mongodbUri)).asPromise();
    expect(await connection.collection('notes').findOne({}).catch(String)).to.match(/auth/i);
    await connection.close();
  });

  it('a server that is killed is back at the same address, and nothing acknowledged is lost', async () => {
    const collection = await notes();
    const redis = new Redis(services.redisUrl, { maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    const acknowledged: number[] = [];
    let next = 0;
    // A write that is cut off may have been done or not; only those that were answered count.
    const write = async (_id = ++next) => {
      await collection.insertOne({ _id });
      await redis.rpush('notes', _id);
      acknowledged.push(_id);
    };
    const goesThrough = () =>
      write().then(
        () => true,
        () => false,
      );
    for (const file of pidFiles(dataDir)) {
      for (let count = 0; count < 50; count += 1) await write();
      const killed = pidIn(file);
      process.kill(killed, 'SIGKILL');
      await until(`${file} names a new process`, () => existsSync(file) && pidIn(file) !== killed);
      await until('writes go through again', goesThrough);
    }
    const inMongodb = new Set((await collection.find().toArray()).map(({ _id }) => _id));
    const inRedis = new Set((await redis.lrange('notes', 0, -1)).map(Number));
    expect(acknowledged.length).to.be.at.least(100);
    expect(acknowledged.filter((id) => !inMongodb.has(id) || !inRedis.has(id))).to.deep.equal([]);
    await redis.quit();
    await collection.conn?.close();
  });

  it('stops within five seconds, and leaves no process and no lock', async () => {
    const pids = pidFiles(dataDir).map(pidIn);
    const startedAt = Date.now();
    await services.stop();
    expect(Date.now() - startedAt).to.be.below(5000);
    expect(pids.filter((pid) => processIdentity(pid))).to.deep.equal([]);
    expect(pidFiles(dataDir)).to.deep.equal([]);
    expect(existsSync(path.join(dataDir, 'servers', 'lock'))).to.equal(false);
  });

  it('starts again within three seconds with its data and passwords', async () => {
    const before = passwordsOf(services);
    const startedAt = Date.now();
    await start();
    expect(Date.now() - startedAt).to.be.below(3000);
    expect(passwordsOf(services)).to.deep.equal(before);
    const collection = await notes();
    expect(await collection.findOne({ _id: 1 })).to.deep.equal({ _id: 1 });
    await collection.conn?.close();
  });

  it('data stays with the engine that wrote it, also where there is a mongod by now', async function () {
    if (!services.mongodbEngine.startsWith('FerretDB')) this.skip();
    await services.stop();
    await withOnPath(programSaying('mongod', 'db version v8.0.0'), start);
    expect(services.mongodbEngine).to.match(/^FerretDB/);
    const collection = await notes();
    expect(await collection.findOne({ _id: 1 })).to.deep.equal({ _id: 1 });
    await collection.conn?.close();
  });

  it('programs of the PATH that are too old are not used, and named', async function () {
    if (!hasDebianPackages('machine')) this.skip();
    await services.stop();
    said.length = 0;
    await withOnPath(programSaying('redis-server', 'Redis server v=6.2.7 sha=0'), start);
    expect(said.join()).to.match(/redis-server is older than version 7 and is not used/);
    expect(services.redisEngine).to.match(/^(Redis|Valkey) ([7-9]|\d\d)/);
  });

  it('ends with a supervisor that is killed, and the next start finds all its data', async () => {
    await services.stop();
    const supervisor = runModule(`
      const { startLocalServices } = await import('./config/local-services/local-services.ts');
      await startLocalServices({ dataDir: ${JSON.stringify(dataDir)}, given: {}, say: () => undefined });
      console.log('up');
      setInterval(() => undefined, 1000);`);
    await new Promise((resolve) => supervisor.stdout?.once('data', resolve));
    const pids = pidFiles(dataDir).map(pidIn);
    supervisor.kill('SIGKILL');
    await until('all of them are gone', () => pids.every((pid) => !processIdentity(pid)), 8000);
    expect(pids.length).to.be.at.least(2);
    await start();
    const collection = await notes();
    expect(await collection.findOne({ _id: 1 })).to.deep.equal({ _id: 1 });
    await collection.conn?.close();
  });
});

async function withOnPath(folder: string, work: () => Promise<void>): Promise<void> {
  const { PATH = '' } = process.env;
  process.env['PATH'] = `${folder}${path.delimiter}${PATH}`;
  await work().finally(() => Object.assign(process.env, { PATH }));
}

function pidFiles(dataDir: string): string[] {
  return readdirSync(path.join(dataDir, 'servers'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[/-])pid$/.test(name))
    .map((name) => path.join(dataDir, 'servers', name));
}

function pidIn(file: string): number {
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

function passwordsOf({ mongodbUri, redisUrl }: LocalServices): string[] {
  return [mongodbUri, redisUrl].map((uri) => new URL(uri).password);
}
