import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../processes/run-command.ts';
import { keptSecret } from './kept-secret.ts';
import type { PostgresCommand } from './postgres-command.ts';

export interface PostgresPasswords {
  /** Of FerretDB's own role. */
  ferret: string;
  /** Of the one user of the MongoDB side. */
  app: string;
}

export function keptPostgresPasswords(folder: string): PostgresPasswords {
  return {
    ferret: keptSecret(path.join(folder, 'password-ferret')),
    app: keptSecret(path.join(folder, 'password-app')),
  };
}

export interface PreparationRequest {
  folder: string;
  /** Of the packages: when they change, the extensions of the database are updated. */
  versions: string;
  psql: PostgresCommand;
}

/** Makes DocumentDB's extension and the roles, or brings them up to date; remembers that it was done. */
export async function preparePostgres({ folder, versions, psql }: PreparationRequest): Promise<void> {
  const prepared = path.join(folder, 'prepared');
  if (existsSync(prepared) && readFileSync(prepared, 'utf8') === versions) return;
  await runCommand({ ...psql, input: preparation(keptPostgresPasswords(folder)) });
  writeFileSync(prepared, versions);
}

/** Can be run again: after an interruption, and with newer packages. */
function preparation({ ferret, app }: PostgresPasswords): string {
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
