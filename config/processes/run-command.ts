import { spawn } from 'node:child_process';
import { guardProcess, unguardProcess } from './process-guard.ts';

export interface CommandRequest {
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Written to its standard input. */
  input?: string;
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** A command that could not be started, or that ended with another code than 0. */
export class CommandError extends Error {
  readonly output: string;

  constructor(command: string, reason: string, output: string) {
    const lastWords = output.trim().split('\n').slice(-4).join(' | ').slice(-600);
    super(`${command} ${reason}${lastWords ? `: ${lastWords}` : ''}`);
    this.name = 'CommandError';
    this.output = output;
  }
}

/** Runs a command to its end and gives back all it said (standard output and error, as they came). */
export function runCommand(request: CommandRequest): Promise<string> {
  const { command, args, env, cwd, input, timeoutMs, signal } = request;
  const child = spawn(command, args, { env, cwd, detached: true, stdio: 'pipe' });
  const { pid } = child;
  if (pid !== undefined) guardProcess(pid, 'SIGTERM');
  let output = '';
  let reason: string | undefined;
  const kill = (why: string) => {
    reason = why;
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  };
  const abort = () => kill('was broken off');
  const timer = timeoutMs && setTimeout(() => kill(`gave no result within ${timeoutMs / 1000} s`), timeoutMs);
  signal?.addEventListener('abort', abort);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(new CommandError(command, `could not be run (${error.message})`, '')),
    );
    child.on('close', (code) => {
      if (timer) clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      if (pid !== undefined) unguardProcess(pid);
      if (code === 0) resolve(output);
      else reject(new CommandError(command, reason ?? `ended with code ${code}`, output));
    });
  });
}
