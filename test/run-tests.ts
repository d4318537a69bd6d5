import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { SummaryReporter } from './support/summary-reporter.ts';

// Usage: npm test [-- [path …] [--grep TEXT]]; without a path every test runs.

function testFiles(paths: readonly string[]): string[] {
  const all = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join('test', name))
    .sort();
  if (paths.length === 0) return all;
  return all.filter((file) => paths.some((wanted) => file.startsWith(path.normalize(wanted))));
}

function readArguments(args: readonly string[]): { paths: string[]; grep: string | undefined } {
  const at = args.indexOf('--grep');
  if (at === -1) return { paths: [...args], grep: undefined };
  return { paths: args.filter((_, index) => index !== at && index !== at + 1), grep: args[at + 1] };
}

async function runMocha(files: readonly string[], grep: string | undefined): Promise<number> {
  const mocha = new Mocha({
    reporter: SummaryReporter,
    timeout: 20_000,
    forbidOnly: process.env['CI'] === 'true',
  });
  if (grep !== undefined) mocha.grep(grep);
  for (const file of files) mocha.addFile(path.resolve(file));
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    mocha.run(resolve);
  });
}

const { paths, grep } = readArguments(process.argv.slice(2));
const files = testFiles(paths);
if (files.length === 0) {
  console.error(`No test file matches ${paths.join(', ')}.`);
  process.exit(1);
}
const failures = await runMocha(files, grep);
process.exit(failures === 0 ? 0 : 1);
