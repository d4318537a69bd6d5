import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { causeChaos } from './cause-chaos.ts';
import { PROMISES } from './chaos-report.ts';

// Usage: npm run chaos -- [--minutes N] [--seed S] [--workers N] [--lease-seconds N] [--json]
// Its own servers, web, workers and a faulty mail server; exit code 1 when a promise was broken. The database of
// MONGODB_URI is used where that is set.

const options = z.object({
  minutes: z.coerce.number().positive().max(1440),
  seed: z.string().min(1),
  workers: z.coerce.number().int().min(2).max(16),
  'lease-seconds': z.coerce.number().int().min(3).max(900),
  json: z.boolean(),
});

function readOptions() {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      workers: { type: 'string', default: '3' },
      'lease-seconds': { type: 'string', default: '9' },
      json: { type: 'boolean', default: false },
    },
  });
  const parsed = options.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Error(z.prettifyError(parsed.error));
}

const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  const { minutes, seed, workers, json, ...rest } = readOptions();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'chaos-'));
  const { report, findings } = await causeChaos({
    dataDir,
    minutes,
    seed,
    workers,
    say,
    leaseSeconds: rest['lease-seconds'],
    mongodbUri: process.env['MONGODB_URI'],
  });
  for (const finding of findings.slice(0, 50)) say(finding);
  const kept = PROMISES.every((promise) => report[promise] === 0);
  if (kept) rmSync(dataDir, { recursive: true, force: true });
  else say(`A promise was broken. Logs, mail and data are in ${dataDir}`);
  process.stdout.write(`${JSON.stringify(report, null, json ? undefined : 2)}\n`);
  process.exit(kept ? 0 : 1);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
