import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../processes/run-command.ts';
import { downloadPackages, hasDebianPackages, unpackPackages } from './debian-packages.ts';
import { narrate, type Say } from './narrate.ts';
import { programOnPath } from './program-on-path.ts';
import type { ServerBuild } from './server-cache.ts';

export const FERRETDB_VERSION = '2.7.0';
const FIRST_GO_MINOR = 25;

/** FerretDB, built from its Go module by the Go of this machine, or by Debian's where it has none new enough. */
export const ferretdbBuild: ServerBuild = {
  name: `ferretdb-${FERRETDB_VERSION}`,
  build: async (folder, say) => {
    const work = path.join(folder, 'work');
    const env = goEnvironment(folder, work);
    const go = (await goOnPath(env)) ?? (await fetchGo(work, say));
    await narrate(say, `FerretDB ${FERRETDB_VERSION}: building it from its Go module`, () =>
      runCommand({
        command: go,
        args: ['install', `github.com/FerretDB/FerretDB/v2/cmd/ferretdb@v${FERRETDB_VERSION}`],
        env,
      }),
    );
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  },
  works: (folder) =>
    runCommand({ command: ferretdbProgram(folder), args: ['--version'] }).then(
      () => true,
      () => false,
    ),
};

export function ferretdbProgram(folder: string): string {
  return path.join(folder, 'ferretdb');
}

/** All that Go writes stays in the folder (it keeps counters in the user's settings); the user's settings hold. */
function goEnvironment(folder: string, work: string): NodeJS.ProcessEnv {
  const { HOME = '/', GOENV, XDG_CONFIG_HOME = path.join(HOME, '.config') } = process.env;
  return {
    ...process.env,
    GOENV: GOENV ?? path.join(XDG_CONFIG_HOME, 'go', 'env'),
    XDG_CONFIG_HOME: path.join(work, 'config'),
    GOBIN: folder,
    GOPATH: path.join(work, 'gopath'),
    GOCACHE: path.join(work, 'gocache'),
    // Modules are laid down read-only unless told otherwise, and could not be removed afterwards.
    GOFLAGS: '-modcacherw -trimpath',
    GOTOOLCHAIN: 'local',
    CGO_ENABLED: '0',
  };
}

async function goOnPath(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const go = programOnPath('go');
  if (!go) return undefined;
  const version = await runCommand({ command: go, args: ['version'], env }).catch(() => '');
  return Number(/go1\.(\d+)/.exec(version)?.[1] ?? 0) >= FIRST_GO_MINOR ? go : undefined;
}

async function fetchGo(work: string, say: Say): Promise<string> {
  if (!hasDebianPackages('unstable')) throw new Error(`there is no Go 1.${FIRST_GO_MINOR} or newer`);
  const files = await narrate(say, 'Go: fetching it to build FerretDB (48 MB, removed afterwards)', () =>
    downloadPackages({
      folder: path.join(work, 'apt'),
      source: 'unstable',
      packages: async () => ['golang-go'],
    }),
  );
  const tree = path.join(work, 'go');
  await unpackPackages(files, tree);
  const home = readdirSync(path.join(tree, 'usr/lib')).find((name) => /^go-\d/.test(name));
  return path.join(tree, 'usr/lib', home ?? 'go', 'bin/go');
}
