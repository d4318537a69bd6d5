import { spawn } from 'node:child_process';
import { signalProcess } from './end-process.ts';
import { guardProcess, unguardProcess } from './process-guard.ts';

export interface CommandRequest {
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Written to its standard input. */
  input?: string;
  /** Aborting it kills the command with all its children. */
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
  const { command, args, env, cwd, input, signal } = request;
  const child = spawn(command, args, { env, cwd, detached: true, stdio: 'pipe' });
  const { pid } = child;
  let output = '';
  let brokenOff = false;
  const breakOff = () => {
    brokenOff = true;
    if (pid !== undefined) signalProcess(pid, 'SIGKILL');
  };
  if (pid !== undefined) guardProcess(pid, 'SIGTERM');
  signal?.addEventListener('abort', breakOff);
  // Before any other clean-up at our own exit: nothing may be written after that.
  process.prependListener('exit', breakOff);
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
      process.off('exit', breakOff);
      signal?.removeEventListener('abort', breakOff);
      if (pid !== undefined) unguardProcess(pid);
      if (code === 0) resolve(output);
      else
        reject(new CommandError(command, brokenOff ? 'was broken off' : `ended with code ${code}`, output));
    });
  });
}
