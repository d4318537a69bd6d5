import { parseArgs } from 'node:util';
import { z } from 'zod';
import { endOnSignal } from '../support/end-on-signal.ts';
import { startTestServices } from '../support/start-test-services.ts';
import { fuzzProcess } from './fuzz-process.ts';
import { timeLookUps } from './time-look-ups.ts';

// Usage: npm run fuzz -- [--requests N] [--look-ups N] [--seed S] [--json]
// Seeded requests from the OpenAPI document to a real web process on real servers of its own; with --look-ups instead
// the time of workers' look-ups, of cases that there are and of none. The last line is the report. Exit code 1 when bad
// input was not harmless; times are for people to judge.

const options = z.object({
  requests: z.coerce.number().int().min(1).max(100_000_000),
  'look-ups': z.coerce.number().int().min(100).max(100_000).optional(),
  seed: z.string().min(1),
  json: z.boolean(),
});

const MUST_BE_NONE = ['answers5xx', 'crashes', 'undocumented', 'wronglyTaken', 'changed'] as const;
const say = (line: string) => process.stderr.write(`${line}\n`);

async function run({ requests, 'look-ups': lookUps, seed, json }: z.infer<typeof options>): Promise<boolean> {
  const write = (report: object) =>
    process.stdout.write(`${JSON.stringify(report, null, json ? undefined : 2)}\n`);
  if (lookUps !== undefined) {
    write(await timeLookUps({ lookUps, seed }));
    return true;
  }
  const report = await fuzzProcess({ requests, seed, say });
  write(report);
  return MUST_BE_NONE.every((name) => report[name] === 0);
}

let endServices: () => Promise<void> = async () => undefined;
endOnSignal(() => endServices());
let harmless = false;
try {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '20000' },
      'look-ups': { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const asked = options.parse(values);
  endServices = await startTestServices(say);
  harmless = await run(asked);
} catch (error) {
  say(error instanceof z.ZodError ? z.prettifyError(error) : String(error));
} finally {
  await endServices();
}
process.exit(harmless ? 0 : 1);
