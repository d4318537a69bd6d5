import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../processes/run-command.ts';
import { type PostgresPlace, postgresCommand } from './postgres-command.ts';

// DocumentDB and pg_cron open connections of their own without a password: whoever runs the server may, by the
// socket in its folder, be any role. All others come by loopback, with a password.
const WHO_MAY_CONNECT = 'local all all peer map=own\nhost all all 127.0.0.1/32 scram-sha-256\n';

/** A new, empty database: made beside its place, and moved there when it is whole. */
export async function createPostgresData(place: PostgresPlace): Promise<void> {
  const { data, user } = place;
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  chownSync(fresh, user.uid, user.gid);
  await runCommand(
    postgresCommand({ ...place, data: fresh }, 'initdb', [
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
  writeFileSync(path.join(fresh, 'pg_hba.conf'), WHO_MAY_CONNECT);
  writeFileSync(path.join(fresh, 'pg_ident.conf'), `own ${user.name} all\n`);
  renameSync(fresh, data);
}
