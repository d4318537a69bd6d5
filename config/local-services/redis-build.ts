import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../processes/run-command.ts';
import { downloadPackages, unpackPackages } from './debian-packages.ts';
import { narrate } from './narrate.ts';
import type { ServerBuild } from './server-cache.ts';

/** How Redis of the cache is run: its program, and where it finds the libraries that came with it. */
export function redisProgram(folder: string): { program: string; env: NodeJS.ProcessEnv } {
  return {
    program: path.join(folder, 'bin/redis-server'),
    env: { ...process.env, LD_LIBRARY_PATH: path.join(folder, 'lib') },
  };
}

/**
 * Redis from the packages of the machine's own suite, unpacked and not installed. The server's program is in
 * redis-tools, where it is called redis-check-rdb: it is the server when it is called redis-server.
 */
export const redisBuild: ServerBuild = {
  name: 'redis',
  build: async (folder, say) => {
    const apt = path.join(folder, 'apt');
    const files = await narrate(say, 'Redis: fetching it from the packages of this system', () =>
      downloadPackages({ folder: apt, source: 'machine', packages: async () => ['redis-tools'] }),
    );
    const tree = path.join(apt, 'tree');
    await unpackPackages(files, tree);
    mkdirSync(path.join(folder, 'bin'));
    mkdirSync(path.join(folder, 'lib'));
    for (const name of readdirSync(tree, { recursive: true, encoding: 'utf8' })) {
      if (/(^|\/)usr\/bin\/(redis|valkey)-check-rdb$/.test(name)) {
        renameSync(path.join(tree, name), path.join(folder, 'bin/redis-check-rdb'));
      } else if (/\.so(\.[\d.]+)?$/.test(name)) {
        renameSync(path.join(tree, name), path.join(folder, 'lib', path.basename(name)));
      }
    }
    symlinkSync('redis-check-rdb', path.join(folder, 'bin/redis-server'));
    rmSync(apt, { recursive: true });
  },
  works: async (folder) => {
    const { program, env } = redisProgram(folder);
    const version = await runCommand({ command: program, args: ['--version'], env }).catch(() => '');
    return majorVersion(version) >= 7;
  },
};

/** 7 of `Redis server v=7.0.15 sha=…`; 0 when it says no version. */
export function majorVersion(versionLine: string): number {
  return Number(/v=(\d+)\./.exec(versionLine)?.[1] ?? 0);
}
