import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { endOnSignal } from '../test/support/end-on-signal.ts';
import { type RunServices, startRunServices } from '../test/support/start-run-services.ts';
import { type BenchOptions, benchOptions, USAGE } from './frame/bench-options.ts';
import type { Measure } from './frame/bench-run.ts';

// Usage: npm run -s bench -- [name …] [--rounds N] [--operations N] [--json]
// A name is that of a file, without .bench.ts; without one everything is measured. One JSON line a measure goes to
// stdout, progress to stderr.

const SUFFIX = '.bench.ts';

function benchFiles(wanted: readonly string[]): string[] {
  const known = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No measure is called ${unknown.join(', ')}. Known: ${known.join(', ')}.`);
  return wanted.length === 0 ? known : known.filter((name) => wanted.includes(name));
}

async function loadMeasure(name: string): Promise<Measure> {
  const url = pathToFileURL(path.join(import.meta.dirname, name + SUFFIX));
  const { measure }: { measure: Measure } = await import(url.href);
  return measure;
}

let servers: Promise<RunServices> | undefined;
const endServers = async () => (await servers)?.stop();

async function runBench(
  names: readonly string[],
  { names: _, quiet, ...options }: BenchOptions,
): Promise<void> {
  const say = quiet ? () => undefined : console.error;
  const services = () => (servers ??= startRunServices('bench', say));
  for (const name of names) {
    const measure = await loadMeasure(name);
    for (const result of await measure({ ...options, services, say })) {
      console.log(JSON.stringify(result));
    }
  }
}

/** The fault of the command line, in a sentence, ends the run before anything has been started. */
function readCommand(): { options: BenchOptions; names: string[] } {
  try {
    const options = benchOptions(process.argv.slice(2));
    return { options, names: benchFiles(options.names) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(USAGE);
    process.exit(1);
  }
}

const { options, names } = readCommand();
endOnSignal(endServers);
let failed = false;
try {
  await runBench(names, options);
} catch (error) {
  console.error(error);
  failed = true;
} finally {
  await endServers();
}
process.exit(failed ? 1 : 0);
