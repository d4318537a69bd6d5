import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type SupervisedProcess, superviseProcess } from '../supervised-process.ts';
import type { Postgres } from './documentdb-build.ts';
import type { Say } from './narrate.ts';
import { POSTGRES_SOCKETS, type PostgresPlace, postgresCommand } from './postgres-command.ts';
import { createPostgresData } from './postgres-data.ts';
import { keptPostgresPasswords, preparePostgres } from './postgres-roles.ts';
import { sparePort } from './spare-port.ts';
import { unprivilegedUser } from './unprivileged-user.ts';

export interface PostgresRequest {
  postgres: Postgres;
  /** Its data (in a folder that belongs to its user), passwords and pid. */
  folder: string;
  say: Say;
}

export interface RunningPostgres {
  /** For FerretDB: a role of its own. */
  url: string;
  /** Of the one user of the MongoDB side. */
  appPassword: string;
  stop: () => Promise<void>;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: POSTGRES_SOCKETS,
  shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb',
  'cron.database_name': 'postgres',
  'cron.host': POSTGRES_SOCKETS,
  'cron.log_run': 'off',
  'cron.log_statement': 'off',
  'documentdb.localhost_connection_string': `host=${POSTGRES_SOCKETS}`,
  'documentdb.enableBackgroundWorker': 'off',
  // FerretDB promises 100,000 to its clients; the default is 25,000.
  'documentdb.maxWriteBatchSize': '100000',
  jit: 'off',
  // Right after a bulk load the planner knows nothing of it until autovacuum has been there.
  autovacuum_naptime: '10s',
} as const;

/** Starts PostgreSQL with DocumentDB on a spare loopback port; the first time makes its database and roles. */
export async function startPostgres({ postgres, folder, say }: PostgresRequest): Promise<RunningPostgres> {
  mkdirSync(folder, { recursive: true });
  // As root, the user it runs as must be able to walk through here to its data, and need not see what is there.
  chmodSync(folder, 0o711);
  const user = unprivilegedUser([folder, postgres.programs]);
  const place = { programs: postgres.programs, data: path.join(folder, 'pgdata'), user };
  if (!existsSync(place.data)) await createPostgresData(place);
  const port = await sparePort();
  const server = supervisePostgres({ place, port, pidFile: path.join(folder, 'pid'), say });
  await server.ready;
  try {
    const login = ['-h', POSTGRES_SOCKETS, '-p', String(port), '-U', 'postgres', '-d', 'postgres'];
    const psql = postgresCommand(place, 'psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', ...login]);
    await preparePostgres({ folder, versions: postgres.versions, psql });
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { ferret, app } = keptPostgresPasswords(folder);
  return {
    url: `postgres://ferret:${ferret}@127.0.0.1:${port}/postgres`,
    appPassword: app,
    stop: () => server.stop(),
  };
}

function supervisePostgres(request: {
  place: PostgresPlace;
  port: number;
  pidFile: string;
  say: Say;
}): SupervisedProcess {
  const { place, port, pidFile, say } = request;
  const settings = Object.entries({ ...SETTINGS, port }).map(([name, value]) => `--${name}=${value}`);
  const server = superviseProcess({
    name: 'PostgreSQL',
    ...postgresCommand(place, 'postgres', ['-D', place.data, ...settings]),
    isReady: async () => isReady(place.data, server.pid),
    // Its connections end at once, its data is written out; SIGTERM would wait for the clients to leave.
    stopSignal: 'SIGINT',
    graceMs: 20_000,
    pidFile,
    // Processes of one that was killed may hold its shared memory for some seconds.
    giveUpAfter: 8,
    say,
  });
  return server;
}

/** What pg_ctl looks at too: the last line of postmaster.pid, written by the process that runs now. */
function isReady(data: string, pid: number | undefined): boolean {
  const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}
