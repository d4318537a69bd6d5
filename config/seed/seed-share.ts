import type { z } from 'zod';
import { compose } from '../../server/compose.ts';
import { connectDatabase } from '../../server/database/connect-database.ts';
import { isDuplicateKey } from '../../server/database/database-errors.ts';
import { seedStaff } from './seed-city.ts';
import { type SeedShareAnswer, type SeedShareStart, type SeedSlice, seedShareOrder } from './seed-orders.ts';
import { seedPlan } from './seed-plan.ts';
import { seededCase } from './seeded-case.ts';
import { createSeededCaseStore } from './seeded-case-store.ts';

// A process that makes its share of the cases: it is told what to begin with, then slice after slice.

const NUMBERS_TAKEN =
  'This seed has filled the database before, with other --cases or on another day: give the same --cases and --until as then, or another --seed.';

const fromHex = (text: string) => Buffer.from(text, 'hex');

async function begin({ run, mongodbUri, secret, masterKeys }: SeedShareStart) {
  const connection = await connectDatabase(mongodbUri);
  const [first, ...others] = masterKeys;
  const services = compose({
    connection,
    secret: fromHex(secret),
    masterKeys: [fromHex(first), ...others.map(fromHex)],
    setupToken: undefined,
    now: () => new Date(),
    loginHours: 0,
  });
  const plan = seedPlan(run);
  const make = seededCase({ ...services, run, staff: await seedStaff(run.seed, services) });
  const store = createSeededCaseStore(connection);

  return async ({ from, to }: SeedSlice): Promise<number> => {
    const all = Array.from({ length: to - from }, (_, index) => from + index);
    const known = await store.known(all.map(plan.idAt));
    const missing = all.filter((index) => !known.has(plan.idAt(index)));
    await store.insert(missing.map((index) => make(plan.at(index))));
    return missing.length;
  };
}

let makeSlice: (slice: SeedSlice) => Promise<number> = () => Promise.reject(new Error('Not begun yet.'));

async function obey({ what }: z.infer<typeof seedShareOrder>): Promise<number> {
  if ('from' in what) return makeSlice(what);
  makeSlice = await begin(what);
  return 0;
}

function faultOf(error: unknown): string {
  if (isDuplicateKey(error)) return NUMBERS_TAKEN;
  return error instanceof Error ? error.message : String(error);
}

process.on('message', (message) => {
  const order = seedShareOrder.parse(message);
  const { id } = order;
  void obey(order)
    .then(
      (made): SeedShareAnswer => ({ id, made }),
      (error: unknown): SeedShareAnswer => ({ id, made: 0, fault: faultOf(error) }),
    )
    .then((answer) => process.send?.(answer));
});
// Who stops the run is obeyed by its first process, which lets what is begun be ended.
process.on('SIGINT', () => undefined);
process.once('disconnect', () => process.exit());
