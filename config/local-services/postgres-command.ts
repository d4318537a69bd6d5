import path from 'node:path';
import type { ServerUser } from './unprivileged-user.ts';

/** Where PostgreSQL's programs are, whose they are to run as, and where its data is. */
export interface PostgresPlace {
  programs: string;
  data: string;
  user: ServerUser;
}

export interface PostgresCommand {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
}

/**
 * In every process of PostgreSQL this is its data folder, whatever the length of its path (a socket's path must
 * stay under 107 bytes) and whoever may walk to it; only its own user may enter it.
 */
export const POSTGRES_SOCKETS = '/proc/self/cwd';

/** How a program of PostgreSQL is run as its user, in its data folder. */
export function postgresCommand(
  { programs, data, user }: PostgresPlace,
  program: string,
  args: readonly string[],
): PostgresCommand {
  const [command = '', ...rest] = [...user.prefix, path.join(programs, program), ...args];
  return { command, args: rest, env: postgresEnvironment(), cwd: data };
}

/** Nothing of the machine's own PostgreSQL settings (PGHOST, PGPORT …), no language, no other's library path. */
function postgresEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|LD_)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
