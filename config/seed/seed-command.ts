import { Presets, SingleBar } from 'cli-progress';
import { legalDayOf } from '../../server/domain/legal-day.ts';
import { withServices } from '../with-services.ts';
import { seedPassword, seedUsername } from './seed-city.ts';
import { seedDatabase } from './seed-database.ts';
import { SEED_CITIES, SEED_ROOT } from './seed-offices.ts';
import { SEED_USAGE, type SeedOptions, seedOptions } from './seed-options.ts';
import type { SeedProgress } from './seeded-case-store.ts';

// `npm run seed`: fills the database of the settings with invented cases, for trials and measurements.

const say = (line: string) => console.error(line);
const EXIT_WRONG_USE = 2;
const EXIT_STOPPED = 130;

function readOptions(): SeedOptions {
  try {
    return seedOptions(process.argv.slice(2), legalDayOf(new Date()));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    say(SEED_USAGE);
    process.exit(EXIT_WRONG_USE);
  }
}

/** Stops at Ctrl-C once what is under way is stored; at the second one at once. */
function stopping(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  return stop.signal;
}

/** A bar for the cases, and then one for their indexes. */
function progressBars(): { progress: SeedProgress; stop: () => void } {
  let shown = '';
  let bar: SingleBar | undefined;
  const stop = () => bar?.stop();
  const progress: SeedProgress = (of, there, total) => {
    if (of === shown) return bar?.update(there);
    stop();
    shown = of;
    bar = new SingleBar(
      {
        format: `Seed: [{bar}] {value}/{total} ${of}, {percentage} %, {eta_formatted} to go`,
        stream: process.stderr,
        noTTYOutput: true,
        notTTYSchedule: 10_000,
        etaBuffer: 1000,
      },
      Presets.legacy,
    );
    bar.start(total, there);
  };
  return { progress, stop };
}

async function seed({ add, ...run }: SeedOptions): Promise<void> {
  const signal = stopping();
  await withServices(async (services, config) => {
    const begun = performance.now();
    const { mongodbUri, secret, masterKeys } = config;
    const access = { mongodbUri, secret, masterKeys };
    const { progress, stop } = progressBars();
    progress('cases', 0, run.cases);
    const request = { services, access, run, add, progress, signal };
    const seeded = await seedDatabase(request).finally(stop);
    const seconds = (performance.now() - begun) / 1000;
    const rate = Math.round(seeded.made / seconds);
    say(`Seed: ${seeded.made} cases made in ${seconds.toFixed(1)} s (${rate} a second).`);
    if (seeded.there < run.cases) {
      say(`Seed: stopped at ${seeded.there} of ${run.cases}; the same command with --add goes on.`);
      process.exitCode = EXIT_STOPPED;
      return;
    }
    tellLogins(run.seed, secret);
  });
}

function tellLogins(seedNumber: number, secret: Buffer): void {
  const [city = ''] = Object.keys(SEED_CITIES);
  const all = seedUsername(seedNumber, SEED_ROOT.key, 'head');
  const one = seedUsername(seedNumber, city, 'head');
  say(`Seed: ${all} sees every case, ${one} those of a city; docs/seed.md names the others.`);
  say(
    `Seed: their first password is ${seedPassword(seedNumber, secret)}; each sets another at the first login.`,
  );
}

const options = readOptions();
await seed(options).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
