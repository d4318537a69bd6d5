import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../processes/run-command.ts';
import { superviseProcess } from '../supervised-process.ts';
import type { Postgres } from './documentdb-build.ts';
import { keptSecret } from './kept-secret.ts';
import type { Say } from './narrate.ts';
import { sparePort } from './spare-port.ts';
import { type ServerUser, unprivilegedUser } from './unprivileged-user.ts';

export interface PostgresRequest {
  postgres: Postgres;
  /** Its data (in a folder that belongs to its user) and passwords. */
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

// In every process of PostgreSQL this is its data folder, whatever the length of its path (a socket's path must
// stay under 107 bytes) and whoever may walk to it; only its own user may enter it.
const SOCKETS = '/proc/self/cwd';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: SOCKETS,
  shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb',
  'cron.database_name': 'postgres',
  'cron.host': SOCKETS,
  'cron.log_run': 'off',
  'cron.log_statement': 'off',
  'documentdb.localhost_connection_string': `host=${SOCKETS}`,
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
  chmodSync(folder, 0o711);
  const data = path.join(folder, 'pgdata');
  const user = unprivilegedUser(data, [postgres.programs]);
  const run: RunAs = ([command = '', ...args], options) => {
    const [first = '', ...rest] = [...user.prefix, path.join(postgres.programs, command), ...args];
    return { command: first, args: rest, env: postgresEnvironment(), ...options };
  };
  if (!existsSync(data)) await initialise(data, user, run);
  const port = await sparePort();
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = superviseProcess({
    name: 'PostgreSQL',
    ...run(['postgres', '-D', data, ...settings], { cwd: data }),
    isReady: async () => isReady(data, server.pid),
    // Its connections end at once, its data is written out; SIGTERM would wait for the clients to leave.
    stopSignal: 'SIGINT',
    graceMs: 20_000,
    pidFile: path.join(folder, 'pid'),
    giveUpAfter: 8,
    say,
  });
  await server.ready;
  const passwords = {
    ferret: keptSecret(path.join(folder, 'password-ferret')),
    app: keptSecret(path.join(folder, 'password-app')),
  };
  const psql = run(
    ['psql', '-X', '-q', '-h', SOCKETS, '-p', String(port), '-U', 'postgres', '-d', 'postgres'],
    {
      cwd: data,
    },
  );
  try {
    const prepared = path.join(folder, 'prepared');
    if (!existsSync(prepared) || readFileSync(prepared, 'utf8') !== postgres.versions) {
      await runCommand({
        ...psql,
        args: [...psql.args, '-v', 'ON_ERROR_STOP=1'],
        input: prepareSql(passwords),
      });
      writeFileSync(prepared, postgres.versions);
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: `postgres://ferret:${passwords.ferret}@127.0.0.1:${port}/postgres`,
    appPassword: passwords.app,
    stop: () => server.stop(),
  };
}

type RunAs = (
  command: readonly string[],
  options?: { cwd: string },
) => { command: string; args: string[]; env: NodeJS.ProcessEnv; cwd?: string };

/** Nothing of the machine's own PostgreSQL settings (PGHOST, PGPORT …), no language, no other's library path. */
function postgresEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|LD_)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

/** A new database, made beside its place and moved there when it is whole. */
async function initialise(data: string, user: ServerUser, run: RunAs): Promise<void> {
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  unprivilegedUser(fresh, []);
  await runCommand(
    run([
      'initdb',
      `--pgdata=${fresh}`,
      '--username=postgres',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth-local=peer',
      '--auth-host=reject',
      '--no-instructions',
    ]),
  );
  // DocumentDB and pg_cron open connections of their own without a password: whoever runs the server may, by the
  // socket in its folder, be any role. All others come by loopback, with a password.
  writeFileSync(
    path.join(fresh, 'pg_hba.conf'),
    'local all all peer map=own\nhost all all 127.0.0.1/32 scram-sha-256\n',
  );
  writeFileSync(path.join(fresh, 'pg_ident.conf'), `own ${user.name} all\n`);
  renameSync(fresh, data);
}

/** What pg_ctl looks at too: the last line of postmaster.pid, written by the process that runs now. */
function isReady(data: string, pid: number | undefined): boolean {
  const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/** Can be run again: after an interruption, and with newer packages. */
function prepareSql({ ferret, app }: { ferret: string; app: string }): string {
  const user = {
    createUser: 'app',
    pwd: app,
    roles: [
      { role: 'readWriteAnyDatabase', db: 'admin' },
      { role: 'clusterAdmin', db: 'admin' },
    ],
  };
  return `
    SET client_min_messages = error;
    CREATE EXTENSION IF NOT EXISTS documentdb CASCADE;
    ALTER EXTENSION documentdb_core UPDATE;
    ALTER EXTENSION documentdb UPDATE;
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ferret') THEN
        CREATE ROLE ferret LOGIN PASSWORD '${ferret}' IN ROLE documentdb_admin_role;
      END IF;
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app') THEN
        PERFORM documentdb_api.create_user('${JSON.stringify(user)}');
      END IF;
    END $$;
  `;
}
