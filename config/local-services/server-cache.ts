import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryFileLock } from '../processes/file-lock.ts';
import { narrate, type Say } from './narrate.ts';
import type { ServerContext } from './server-context.ts';

/** Servers that were fetched or built once and are used by every clone of this user. */
export interface ServerBuild {
  /** Folder name in the cache; another version is another name. */
  name: string;
  /** Fills the empty folder; an error leaves nothing of it. */
  build: (folder: string, say: Say) => Promise<void>;
  /** Whether what is there runs on this machine (asked before each use: libraries of the system may have gone). */
  works: (folder: string) => Promise<boolean>;
}

// Written last: a folder without it, or moved from where it was built (libraries are found by full paths), is
// not whole and is built anew.
const WHOLE = '.whole';

/**
 * HEYI_CACHE_DIR, else $XDG_CACHE_HOME/heyi, else ~/.cache/heyi; where the home is missing or can't be written,
 * the clone keeps its own. The folder itself is made when something is laid down in it.
 */
export function serverCacheFolder(env: NodeJS.ProcessEnv): string {
  const { HEYI_CACHE_DIR, XDG_CACHE_HOME, HOME } = env;
  if (HEYI_CACHE_DIR) return path.resolve(HEYI_CACHE_DIR);
  const base = XDG_CACHE_HOME || (HOME && path.join(HOME, '.cache'));
  if (base && path.isAbsolute(base) && canBeMade(base)) return path.join(base, 'heyi');
  return path.resolve(import.meta.dirname, '../../node_modules/.cache/heyi-servers');
}

function canBeMade(folder: string): boolean {
  if (!existsSync(folder)) return path.dirname(folder) !== folder && canBeMade(path.dirname(folder));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** The folder of a build that is whole and works, without building it. */
export async function cachedBuild(build: ServerBuild, cache: string): Promise<string | undefined> {
  const folder = path.join(cache, build.name);
  const whole = path.join(folder, WHOLE);
  if (!existsSync(whole) || readFileSync(whole, 'utf8') !== folder) return undefined;
  return (await build.works(folder)) ? folder : undefined;
}

/** The folder of a build, made first where it is missing: by one process, while the others wait for it. */
export async function ensureBuild(build: ServerBuild, { cache, say }: ServerContext): Promise<string> {
  const found = await cachedBuild(build, cache);
  if (found) return found;
  mkdirSync(cache, { recursive: true });
  const release = await awaitLock(path.join(cache, `${build.name}.lock`), build.name, say);
  try {
    return (await cachedBuild(build, cache)) ?? (await buildAnew(build, cache, say));
  } finally {
    release();
  }
}

async function awaitLock(file: string, name: string, say: Say): Promise<() => void> {
  const first = tryFileLock(file);
  if (first.taken) return first.release;
  return narrate(say, `${name}: process ${first.heldBy} is setting it up; waiting for it`, async () => {
    for (;;) {
      const attempt = tryFileLock(file);
      if (attempt.taken) return attempt.release;
      await sleep(300);
    }
  });
}

async function buildAnew(build: ServerBuild, cache: string, say: Say): Promise<string> {
  const folder = path.join(cache, build.name);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  remove();
  mkdirSync(folder);
  say(`Setting up ${build.name} in ${folder}, once for all clones of this user`);
  process.once('exit', remove);
  try {
    await build.build(folder, say);
    if (!(await build.works(folder)))
      throw new Error(`${build.name} was set up in ${folder}, but does not run`);
    writeFileSync(path.join(folder, `${WHOLE}.new`), folder);
    renameSync(path.join(folder, `${WHOLE}.new`), path.join(folder, WHOLE));
    return folder;
  } catch (error) {
    remove();
    throw error;
  } finally {
    process.off('exit', remove);
  }
}
