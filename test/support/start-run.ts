import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sparePort } from '../../config/local-services/spare-port.ts';
import { until } from './until.ts';

/** `npm start` as a process of its own, on a data folder and a port of its own. */
export interface StartRun {
  baseUrl: string;
  dataDir: string;
  /** All it has printed. */
  output: () => string;
  /** Waits until it has printed a text. */
  said: (text: string) => Promise<void>;
  exitCode: Promise<number | null>;
  /** As a terminal does on Ctrl-C: to the whole process group. */
  pressCtrlC: () => void;
  /** Of a line of the Procfile; undefined between its death and its new start. */
  pidOf: (name: string) => number | undefined;
  /** It and every process that it started. */
  pids: () => number[];
  child: ChildProcess;
}

const OURS = ['PORT', 'HOST', 'MONGODB_URI', 'REDIS_URL', 'SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL', 'LOG_LEVEL'];

/** The environment of this test run without settings that somebody may have there. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const isOurs = (name: string) =>
    OURS.includes(name) || (name.startsWith('HEYI_') && name !== 'HEYI_CACHE_DIR');
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name)));
}

/** A process and all that it started, and all that those started. */
function family(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const withChildren = (parent: number): number[] => [
    parent,
    ...pairs.flatMap(([child = 0, ppid]) => (ppid === parent ? withChildren(child) : [])),
  ];
  return withChildren(pid);
}

function readPid(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return undefined;
  }
}

export async function startRun(dataDir: string, settings: NodeJS.ProcessEnv): Promise<StartRun> {
  const port = settings['PORT'] ?? String(await sparePort());
  mkdirSync(dataDir, { recursive: true });
  const envFile = path.join(dataDir, 'no-settings.env');
  writeFileSync(envFile, '');
  const env = { ...bareEnvironment(), DATA_DIR: dataDir, PORT: port, HEYI_ENV_FILE: envFile, ...settings };
  const child = spawn(process.execPath, ['config/with-packages.mjs', 'config/start.ts'], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    dataDir,
    output: () => output,
    said: (text) =>
      until(`npm start says "${text}"`, () => output.includes(text), 90_000).catch((error: Error) => {
        throw new Error(`${error.message}. It said:\n${output}`);
      }),
    exitCode: new Promise((resolve) => {
      child.on('close', resolve);
    }),
    pressCtrlC: () => process.kill(-(child.pid ?? 0), 'SIGINT'),
    pidOf: (name) => readPid(path.join(dataDir, 'run', `${name}.pid`)),
    pids: () => family(child.pid ?? 0),
    child,
  };
}
