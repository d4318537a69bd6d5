import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { endOnSignal } from './support/end-on-signal.ts';
import { askForLongProofs } from './support/long-proofs.ts';
import { startTestServices } from './support/start-test-services.ts';
import { SummaryReporter } from './support/summary-reporter.ts';

// Usage: npm test [-- [path …] [--grep TEXT] [--long]]; without a path every test runs, of long proofs the short form
// unless --long is given (long-proofs.ts). Servers are started (or those of MONGODB_URI and REDIS_URL are used) unless all
// the files asked for are known to need none.

/** Much of a test is waiting: for a process to start, a lease to run out, the database. */
const SIDE_BY_SIDE = 3;
const NEED_NO_SERVERS = [path.join('test', 'server', 'domain'), path.join('test', 'structure')];

function testFiles(paths: readonly string[]): string[] {
  const all = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join('test', name))
    .sort();
  if (paths.length === 0) return all;
  return all.filter((file) => paths.some((wanted) => file.startsWith(path.normalize(wanted))));
}

function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string' }, long: { type: 'boolean', default: false } },
  });
  return { paths: positionals, ...values };
}

async function runMocha(files: readonly string[], grep: string | undefined): Promise<number> {
  const isSeveral = files.length > 1;
  const mocha = new Mocha({
    reporter: SummaryReporter,
    timeout: 60_000,
    // Each process has files of its own, one after the other; which it gets next is whoever comes first.
    parallel: isSeveral,
    jobs: SIDE_BY_SIDE,
    forbidOnly: process.env['CI'] === 'true',
  });
  if (grep !== undefined) mocha.grep(grep);
  for (const file of files) mocha.addFile(path.resolve(file));
  if (!isSeveral) await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    mocha.run(resolve);
  });
}

function needServers(files: readonly string[]): boolean {
  return files.some((file) => !NEED_NO_SERVERS.some((folder) => file.startsWith(`${folder}${path.sep}`)));
}

let endServices: () => Promise<void> = async () => undefined;

const { paths, grep, long } = readArguments();
if (long) askForLongProofs();
const files = testFiles(paths);
if (files.length === 0) {
  console.error(`No test file matches ${paths.join(', ')}.`);
  process.exit(1);
}
endOnSignal(() => endServices());
let failures = 0;
try {
  if (needServers(files)) endServices = await startTestServices(console.error);
  failures = await runMocha(files, grep);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failures += 1;
} finally {
  await endServices();
}
process.exit(failures === 0 ? 0 : 1);
