import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { superviseProcess } from '../supervised-process.ts';
import { postgresOf } from './documentdb-build.ts';
import { FERRETDB_VERSION, ferretdbProgram } from './ferretdb-build.ts';
import { answersMongoPing } from './mongo-ping.ts';
import { startPostgres } from './postgres-server.ts';
import type { RunningServer } from './running-server.ts';
import type { ServerContext } from './server-context.ts';
import { sparePort } from './spare-port.ts';

/** Folders of the two builds in the cache. */
export interface FerretdbBuilds {
  ferretdb: string;
  documentdb: string;
}

const QUIET = ['--telemetry=disable', '--debug-addr=-', '--log-level=error'];

/** FerretDB, which speaks MongoDB's protocol, in front of PostgreSQL with DocumentDB, which keeps the data. */
export async function startFerretdb(
  folder: string,
  builds: FerretdbBuilds,
  { say }: ServerContext,
): Promise<RunningServer> {
  const postgres = postgresOf(builds.documentdb);
  const database = await startPostgres({ postgres, folder, say });
  // Kept in a file: among the arguments the password would be seen by all users of the machine.
  const urlFile = path.join(folder, 'postgres-url');
  writeFileSync(urlFile, database.url, { mode: 0o600 });
  const state = path.join(folder, 'ferretdb-state');
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const port = await sparePort();
  const uri = `mongodb://app:${database.appPassword}@127.0.0.1:${port}/heyi`;
  const settings = { 'postgresql-url-file': urlFile, 'listen-addr': `127.0.0.1:${port}`, 'state-dir': state };
  const server = superviseProcess({
    name: 'FerretDB',
    command: ferretdbProgram(builds.ferretdb),
    args: [...Object.entries(settings).map(([name, value]) => `--${name}=${value}`), ...QUIET],
    isReady: () => answersMongoPing(uri),
    pidFile: path.join(folder, 'ferretdb-pid'),
    graceMs: 3000,
    say,
  });
  const stop = async () => {
    await server.stop();
    await database.stop();
  };
  try {
    await server.ready;
  } catch (error) {
    await stop();
    throw error;
  }
  const engine = `FerretDB ${FERRETDB_VERSION} on PostgreSQL ${postgres.major} + DocumentDB`;
  return { uri, engine, stop };
}
