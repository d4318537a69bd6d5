import { type ChildProcess, spawn } from 'node:child_process';

/** Runs TypeScript-importing code in a Node of its own, from the root of the clone. */
export function runModule(code: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
