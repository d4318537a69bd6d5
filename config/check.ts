import { spawn } from 'node:child_process';
import path from 'node:path';

/** One part of `npm run check`: its name on screen and the command that must end with 0 and without a word. */
interface Check {
  name: string;
  command: string;
  args: string[];
}

const CHECKS: readonly Check[] = [
  { name: 'format', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  {
    name: 'lint',
    command: 'oxlint',
    args: ['--type-aware', '--deny-warnings', '.'],
  },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'dead code', command: 'knip', args: [] },
];

function runCheck(check: Check): Promise<{ check: Check; ok: boolean; output: string; seconds: string }> {
  const started = Date.now();
  const binary = path.resolve('node_modules', '.bin', check.command);
  const child = spawn(binary, check.args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ check, ok: false, output: error.message, seconds: '0' }));
    child.on('close', (code) => {
      resolve({ check, ok: code === 0, output, seconds: ((Date.now() - started) / 1000).toFixed(1) });
    });
  });
}

const results = await Promise.all(CHECKS.map(runCheck));
for (const { check, ok, output, seconds } of results) {
  console.log(`${ok ? 'clean ' : 'FAULTS'} ${check.name} (${seconds} s)`);
  if (!ok) console.log(output);
}
process.exit(results.every((result) => result.ok) ? 0 : 1);
