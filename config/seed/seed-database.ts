import type { Services } from '../../server/compose.ts';
import { makeSeedCity, seedStaff } from './seed-city.ts';
import { type SeedRun, seedPlan } from './seed-plan.ts';
import { createSeededCaseStore, type SeedProgress } from './seeded-case-store.ts';
import { shareOut } from './share-out.ts';

/** How a database is opened, by whoever makes cases in it. */
export interface SeedAccess {
  mongodbUri: string;
  secret: Buffer;
  masterKeys: readonly [Buffer, ...Buffer[]];
}

export interface SeedDatabaseRequest {
  services: Services;
  access: SeedAccess;
  run: SeedRun;
  /** Into a database that holds cases. */
  add: boolean;
  progress: SeedProgress;
  signal: AbortSignal;
}

/** How many of the cases are there now, and how many of them this run has made. */
export interface Seeded {
  there: number;
  made: number;
}

/**
 * Fills a database with the organisations, staff and cases of a seed. It can be broken off at any moment and done
 * again: what is there stays.
 * @throws Error where there are cases and nothing is to be added, or the seed has other cases there
 */
export async function seedDatabase(request: SeedDatabaseRequest): Promise<Seeded> {
  const { services, run, add, progress } = request;
  const store = createSeededCaseStore(services.connection);
  const before = await store.countAll();
  if (before > 0 && !add) {
    throw new Error(
      `The database holds ${before} cases. Give --add to fill it further, or name an empty one in MONGODB_URI.`,
    );
  }
  await services.createIndexes();
  await services.checkMasterKeys();
  await makeSeedCity(run.seed, services);
  await raiseCounters(store, { run, services });
  if (before > 0) return fill(request);
  await store.dropIndexes();
  try {
    return await fill(request);
  } finally {
    // What is there when a run is broken off is found by its indexes, too.
    await store.createIndexes(progress);
  }
}

async function fill({ access, run, progress, signal }: SeedDatabaseRequest): Promise<Seeded> {
  const seeded = { there: 0, made: 0 };
  const hex = (key: Buffer) => key.toString('hex');
  const [first, ...others] = access.masterKeys;
  await shareOut({
    start: {
      run,
      mongodbUri: access.mongodbUri,
      secret: hex(access.secret),
      masterKeys: [hex(first), ...others.map(hex)],
    },
    done: (there, made) => {
      seeded.there += there;
      seeded.made += made;
      progress('cases', seeded.there, run.cases);
    },
    signal,
  });
  return seeded;
}

/** Before the first case, so that nobody is given a number that is to come. */
async function raiseCounters(
  store: ReturnType<typeof createSeededCaseStore>,
  { run, services }: { run: SeedRun; services: Services },
): Promise<void> {
  const { lastNumbers } = seedPlan(run);
  const staff = await seedStaff(run.seed, services);
  for (const [officeAndYear, last] of lastNumbers) {
    const [office = '', year = ''] = officeAndYear.split('/');
    const organisation = staff.get(office)?.organisation;
    if (organisation === undefined) throw new Error(`There is no office ${office}.`);
    await store.raiseCounter(organisation.id, year, last);
  }
}
