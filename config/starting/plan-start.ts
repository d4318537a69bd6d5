import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from '../config.ts';
import { checkGivenServices } from '../local-services/given-services.ts';
import { narrate, type Say } from '../local-services/narrate.ts';
import { type LockAttempt, tryFileLock } from '../processes/file-lock.ts';
import { readEnvFile } from '../settings/env-file.ts';
import type { Environment } from '../settings/parse-settings.ts';
import { ConfigError, type SettingFault } from '../settings/setting-fault.ts';
import { listenFault } from './listen-fault.ts';
import { readStartSettings, type StartSettings } from './start-settings.ts';

/** What will be started; everything that can be known beforehand has been checked. */
export interface StartPlan {
  host: string;
  port: number;
  demo: boolean;
  /** Absolute path; locked for this process. */
  dataDir: string;
  /** The settings as they were written. */
  written: Environment;
  /** Lets others use the data folder. */
  release: () => void;
}

const NO_LOCK = { taken: true, release: () => undefined } as const;

function lockFault(dataDir: string, pid: number): SettingFault {
  return {
    setting: 'DATA_DIR',
    wrong: `${dataDir} is in use by another npm start (process ${pid})`,
    remedy: 'Stop that one first, or set DATA_DIR to another folder',
  };
}

/** Step by step: Node's own `recursive` turns in a circle where a folder cannot be made at all (below /proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** Makes and locks the data folder. */
function lockDataFolder(dataDir: string): { lock: LockAttempt; faults: SettingFault[] } {
  try {
    makeFolder(dataDir);
    const lock = tryFileLock(path.join(dataDir, 'lock'));
    return { lock, faults: lock.taken ? [] : [lockFault(dataDir, lock.heldBy)] };
  } catch (error) {
    const wrong = `${dataDir} cannot be written (${error instanceof Error ? error.message : String(error)})`;
    const remedy = 'Set it to a folder that you may write to';
    return { lock: NO_LOCK, faults: [{ setting: 'DATA_DIR', wrong, remedy }] };
  }
}

async function givenServicesFaults({ settings, demo }: StartSettings, say: Say): Promise<SettingFault[]> {
  const { MONGODB_URI, REDIS_URL, SMTP_URL } = settings;
  if (demo && REDIS_URL === undefined && SMTP_URL === undefined) return [];
  return narrate(say, 'Trying the servers that were set', () =>
    checkGivenServices({ MONGODB_URI, REDIS_URL, SMTP_URL }),
  );
}

/** A web process that an earlier, killed start left behind is ended before ours starts: no reason to give up. */
const leftWebBehind = (dataDir: string) => existsSync(path.join(dataDir, 'run', 'web.pid'));

async function addressFaults({ settings }: StartSettings, dataDir: string): Promise<SettingFault[]> {
  const { HOST, PORT } = settings;
  if (HOST === undefined || PORT === undefined) return [];
  const fault = await listenFault(HOST, PORT);
  return fault === null || (fault.setting === 'PORT' && leftWebBehind(dataDir)) ? [] : [fault];
}

/**
 * Reads every setting, tries every server that was given and the address to listen on, and locks the data folder.
 * @throws {ConfigError} naming all that is wrong at once.
 */
export async function planStart(root: string, say: Say): Promise<StartPlan> {
  const start = readStartSettings(process.env, readEnvFile(root, process.env['HEYI_ENV_FILE']));
  const { HOST, PORT, DATA_DIR = 'data' } = start.settings;
  const dataDir = dataFolder(DATA_DIR);
  const { lock, faults: folderFaults } = lockDataFolder(dataDir);
  const [serverFaults, listenFaults] = await Promise.all([
    givenServicesFaults(start, say),
    addressFaults(start, dataDir),
  ]);
  const faults = [...start.faults, ...folderFaults, ...serverFaults, ...listenFaults];
  if (!lock.taken || HOST === undefined || PORT === undefined || faults.length > 0) {
    if (lock.taken) lock.release();
    throw new ConfigError(faults);
  }
  const { demo, written } = start;
  return { host: HOST, port: PORT, demo, dataDir, written, release: lock.release };
}
