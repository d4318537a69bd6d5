import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, signalProcess } from './processes/end-process.ts';
import { guardProcess, unguardProcess } from './processes/process-guard.ts';
import { processIdentity } from './processes/process-identity.ts';

export interface SuperviseRequest {
  /** As it is called on screen. */
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Each line of its standard output and error. */
  onLine?: (line: string) => void;
  /** What the supervisor has to tell: a death, a new start. */
  say?: (line: string) => void;
  /** Asked again and again after each start until it says true; without it a process is ready once it runs. */
  isReady?: () => Promise<boolean>;
  /** A process that is not ready by then is killed and counts as dead. Default 30 s. */
  readyWithinMs?: number;
  /** Default SIGTERM. */
  stopSignal?: NodeJS.Signals;
  /** From the stop signal to SIGKILL. Default 10 s. */
  graceMs?: number;
  /** Where its pid is kept while it runs, so that the next start ends one that was left behind. */
  pidFile?: string;
  /** Deaths in a row before it was ever ready, after which `ready` rejects. Once ready it is always restarted. */
  giveUpAfter?: number;
}

export interface SupervisedProcess {
  /** Of the process that runs now; undefined between a death and the new start. */
  readonly pid: number | undefined;
  /** Resolves when it is ready for the first time, rejects with ProcessFailedError when it never was. */
  readonly ready: Promise<void>;
  /** Ends it for good: the stop signal, then SIGKILL. Resolves when it is gone. */
  stop(): Promise<void>;
}

/** A process that died each time it was started; the message holds its last words. */
export class ProcessFailedError extends Error {
  constructor(name: string, reason: string, lastWords: readonly string[]) {
    const said = lastWords.length > 0 ? `. Its last words: ${lastWords.join(' | ')}` : '';
    super(`${name} could not be started: ${reason}${said}`);
    this.name = 'ProcessFailedError';
  }
}

interface Life {
  reason: string;
  wasReady: boolean;
  livedMs: number;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
const STEADY_AFTER_MS = 10_000;
const KEPT_WORDS = 5;

/**
 * Starts a process, restarts it with growing pauses whenever it dies unasked, and ends it on stop(). It leads a
 * process group of its own, so that a Ctrl-C in the terminal reaches it only through stop(), in our order; the
 * guard ends it when this process is killed.
 */
export function superviseProcess(request: SuperviseRequest): SupervisedProcess {
  return new Supervisor(request);
}

class Supervisor implements SupervisedProcess {
  readonly ready: Promise<void>;
  private readonly request: SuperviseRequest;
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;
  private readonly lastWords: string[] = [];
  private child: ChildProcess | undefined;
  private everReady = false;
  private announceReady: () => void = () => undefined;
  private announceFailure: (error: Error) => void = () => undefined;

  constructor(request: SuperviseRequest) {
    this.request = request;
    this.ready = new Promise((resolve, reject) => {
      this.announceReady = resolve;
      this.announceFailure = reject;
    });
    // Whoever awaits `ready` sees the error; nobody has to.
    this.ready.catch(() => undefined);
    this.ended = this.keepAlive();
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    const { pid } = this;
    if (pid !== undefined) {
      signalProcess(pid, this.request.stopSignal ?? 'SIGTERM');
      const force = setTimeout(() => signalProcess(pid, 'SIGKILL'), this.request.graceMs ?? 10_000);
      await this.ended;
      clearTimeout(force);
    }
    await this.ended;
    this.announceFailure(new ProcessFailedError(this.request.name, 'it was stopped', []));
  }

  private async keepAlive(): Promise<void> {
    const { name, giveUpAfter = 6, say } = this.request;
    await this.endLeftover();
    for (let quickDeaths = 0; !this.stopping.signal.aborted; ) {
      const life = await this.liveOnce();
      if (this.stopping.signal.aborted) return;
      quickDeaths = life.wasReady && life.livedMs > STEADY_AFTER_MS ? 1 : quickDeaths + 1;
      if (!this.everReady && quickDeaths >= giveUpAfter) {
        this.announceFailure(new ProcessFailedError(name, life.reason, this.lastWords));
        return;
      }
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (quickDeaths - 1), LONGEST_PAUSE_MS);
      say?.(`${name}: ${life.reason}; starting it again in ${pauseMs / 1000} s`);
      await sleep(pauseMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** From one start to the death that follows it. */
  private async liveOnce(): Promise<Life> {
    const startedAt = Date.now();
    const { command, args, env, cwd, stopSignal = 'SIGTERM', pidFile } = this.request;
    const child = spawn(command, args, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const death = new Promise<string>((resolve) => {
      child.on('error', (error) => resolve(error.message));
      child.on('exit', (code, signal) => resolve(signal ? `killed by ${signal}` : `ended with code ${code}`));
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => this.heard(line));
    }
    const { pid } = child;
    if (pid === undefined) return { reason: await death, wasReady: false, livedMs: 0 };
    this.child = child;
    guardProcess(pid, stopSignal);
    if (pidFile) writeFileSync(pidFile, `${pid}\n${processIdentity(pid)}\n`, { mode: 0o600 });
    const readiness = this.awaitReady(child, startedAt);
    const reason = await death;
    unguardProcess(pid);
    this.child = undefined;
    if (pidFile) rmSync(pidFile, { force: true });
    const { wasReady, tooLate } = await readiness;
    return { reason: tooLate ?? reason, wasReady, livedMs: Date.now() - startedAt };
  }

  private async awaitReady(child: ChildProcess, startedAt: number) {
    const { isReady = async () => true, readyWithinMs = 30_000 } = this.request;
    const alive = () => child.exitCode === null && child.signalCode === null;
    for (let pauseMs = 10; alive(); pauseMs = Math.min(pauseMs * 1.5, 250)) {
      if (await isReady().catch(() => false)) {
        if (!alive()) break;
        this.everReady = true;
        this.announceReady();
        return { wasReady: true };
      }
      if (Date.now() - startedAt > readyWithinMs) {
        if (child.pid !== undefined) signalProcess(child.pid, 'SIGKILL');
        return { wasReady: false, tooLate: `it was not ready after ${readyWithinMs / 1000} s` };
      }
      await sleep(pauseMs);
    }
    return { wasReady: false };
  }

  private heard(line: string): void {
    if (this.lastWords.push(line) > KEPT_WORDS) this.lastWords.shift();
    this.request.onLine?.(line);
  }

  /** A process of an earlier start, which neither it nor its guard could end. */
  private async endLeftover(): Promise<void> {
    const { pidFile, name, say, stopSignal = 'SIGTERM', graceMs = 10_000 } = this.request;
    if (!pidFile) return;
    const [pid = 0, identity] = readPidFile(pidFile);
    if (!identity || processIdentity(pid) !== identity) return;
    say?.(`${name}: an earlier start left it running (pid ${pid}); ending that one first`);
    await endProcess({ pid, identity, signal: stopSignal, graceMs });
  }
}

function readPidFile(file: string): [number?, string?] {
  try {
    const [pid, identity] = readFileSync(file, 'utf8').split('\n');
    return [Number(pid), identity];
  } catch {
    return [];
  }
}
