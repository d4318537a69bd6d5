import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../processes/run-command.ts';
import { narrate } from './narrate.ts';
import type { ServerBuild } from './server-cache.ts';

const MONGOD_VERSION = '8.2.6';
const OLDEST_MAJOR = 7;
const STALLED_AFTER_MS = 12_000;

// In a process of its own, so that a download that hangs can be ended; progress is told by the growing file.
const DOWNLOAD_SCRIPT = `
  const { MongoBinary } = require('mongodb-memory-server-core');
  const [downloadDir, version] = process.argv.slice(1);
  MongoBinary.getPath({ downloadDir, version }).then(
    () => process.exit(0),
    (error) => { console.error(error.message); process.exit(1); },
  );
`;

/** The vendor's own mongod, downloaded by mongodb-memory-server (of which nothing else is used). */
export const mongodBuild: ServerBuild = {
  name: `mongod-${MONGOD_VERSION}`,
  build: (folder, say) =>
    narrate(say, `MongoDB ${MONGOD_VERSION}: trying the vendor's download`, async () => {
      const stalled = abortWhenStalled(folder);
      try {
        await runCommand({
          command: process.execPath,
          args: ['-e', DOWNLOAD_SCRIPT, folder, MONGOD_VERSION],
          cwd: path.resolve(import.meta.dirname, '../..'),
          env: {
            ...process.env,
            MONGOMS_MAX_RETRIES: '1',
            MONGOMS_PREFER_GLOBAL_PATH: 'false',
            // Without it the library accepts any certificate.
            npm_config_strict_ssl: 'true',
          },
          signal: stalled.signal,
        });
      } finally {
        stalled.end();
      }
    }),
  works: async (folder) => {
    const program = mongodProgram(folder);
    return program !== undefined && (await mongodVersion(program)) !== undefined;
  },
};

export function mongodProgram(folder: string): string | undefined {
  const name = readdirSync(folder).find((file) => file.startsWith('mongod') && !/\.(md5|lock)$/.test(file));
  return name && path.join(folder, name);
}

/** Its version if it runs here and is 7 or newer. */
export async function mongodVersion(program: string): Promise<string | undefined> {
  const said = await runCommand({ command: program, args: ['--version'] }).catch(() => '');
  const version = /db version v((\d+)\.[\d.]+)/.exec(said);
  return version && Number(version[2]) >= OLDEST_MAJOR ? version[1] : undefined;
}

/** Where the vendor can't be reached, some networks swallow the request: no byte for a while ends it. */
function abortWhenStalled(folder: string): { signal: AbortSignal; end: () => void } {
  const stalled = new AbortController();
  let size = 0;
  let grownAt = Date.now();
  const timer = setInterval(() => {
    const now = sizeOf(folder);
    if (now !== size) grownAt = Date.now();
    size = now;
    if (Date.now() - grownAt > STALLED_AFTER_MS) stalled.abort();
  }, 1000);
  return { signal: stalled.signal, end: () => clearInterval(timer) };
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder).map((name) =>
    statSync(path.join(folder, name), { throwIfNoEntry: false }),
  );
  return files.reduce((sum, file) => sum + (file?.size ?? 0), 0);
}
