import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type SupervisedProcess, superviseProcess } from '../supervised-process.ts';
import type { ProcfileProcess } from './procfile.ts';

export interface ServiceProcessesRequest {
  processes: readonly ProcfileProcess[];
  env: NodeJS.ProcessEnv;
  /** Where the commands of the Procfile are run. */
  root: string;
  /** Pids are kept here, so that a next start ends what a killed one left behind. */
  pidFolder: string;
  say: (line: string) => void;
  /** Whether web answers; asked again and again after each of its starts. */
  webAnswers: () => Promise<boolean>;
}

export interface ServiceProcesses {
  /** Rejects with ProcessFailedError when one of them dies at every try; resolves when none did. */
  readonly started: Promise<unknown>;
  /** All at once: each finishes what it has begun. */
  stop(): Promise<void>;
}

const TRIES = 3;
const STEADY_AFTER_MS = 5000;
const ANSWERS_WITHIN_MS = 60_000;
const GRACE_MS = 8000;

/** Who can't be asked counts as started once the same process has lived for a while. */
function livesSteadily(pidOf: () => number | undefined): () => Promise<boolean> {
  let pid: number | undefined;
  let since = 0;
  return async () => {
    if (pid !== pidOf()) {
      pid = pidOf();
      since = Date.now();
    }
    return Date.now() - since > STEADY_AFTER_MS;
  };
}

function startOne(request: ServiceProcessesRequest, one: ProcfileProcess): SupervisedProcess {
  const { processes, env, root, pidFolder, say, webAnswers } = request;
  const { name, command, args } = one;
  const width = Math.max(...processes.map((each) => each.name.length));
  const supervised: SupervisedProcess = superviseProcess({
    name,
    command,
    args,
    env,
    cwd: root,
    say,
    onLine: (line) => say(`${name.padEnd(width)} | ${line}`),
    pidFile: path.join(pidFolder, `${name}.pid`),
    isReady: name === 'web' ? webAnswers : livesSteadily(() => supervised.pid),
    readyWithinMs: ANSWERS_WITHIN_MS,
    giveUpAfter: TRIES,
    graceMs: GRACE_MS,
  });
  return supervised;
}

/** Starts the processes of the Procfile and keeps them alive; each line they print gets their name before it. */
export function startServiceProcesses(request: ServiceProcessesRequest): ServiceProcesses {
  mkdirSync(request.pidFolder, { recursive: true });
  const supervised = request.processes.map((one) => startOne(request, one));
  return {
    started: Promise.all(supervised.map(({ ready }) => ready)),
    async stop() {
      await Promise.all(supervised.map((one) => one.stop()));
    },
  };
}
