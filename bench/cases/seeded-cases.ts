import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import type { SeedAccess } from '../../config/seed/seed-database.ts';
import { seedDatabase } from '../../config/seed/seed-database.ts';
import { SEED_ROOT } from '../../config/seed/seed-offices.ts';
import { seededRandom } from '../../config/seed/seeded-random.ts';
import { withServices } from '../../config/with-services.ts';
import type { CounterDocument } from '../../schemas/documents/counter-document.ts';
import { compose, type Services } from '../../server/compose.ts';
import { connectDatabase, databaseEngine } from '../../server/database/connect-database.ts';
import type { MediationCase } from '../../server/domain/case.ts';
import { caseNumberKey } from '../../server/domain/case-number-key.ts';
import { legalDayOf } from '../../server/domain/legal-day.ts';
import type { Organisation } from '../../server/domain/organisation.ts';
import type { RunServices } from '../../test/support/start-run-services.ts';
import { withDatabase } from '../../test/support/test-services.ts';
import { settle } from '../data/copy-cases.ts';
import type { BenchRun } from '../frame/bench-run.ts';
import type { TaskActor } from './case-task.ts';

const CASES = 10_000;
const SEED = 1;

export interface SeededCases {
  access: SeedAccess;
  engine: string;
  /** Tells its commands. */
  connection: mongoose.Connection;
  use: Services;
  count: number;
  /** Sees every case. */
  root: TaskActor;
  /** A clerk of the organisation that has a case. */
  clerkOf: (subject: Pick<MediationCase, 'organisationId'>) => TaskActor;
  /** Any case, drawn by its number; the same again in the same order. */
  draw: () => Promise<MediationCase>;
}

/** Filled once for all measures of a run. */
const filled = new WeakMap<RunServices, Promise<{ access: SeedAccess; engine: string }>>();

/**
 * Gives a measure a database of seeded cases: one that `npm run seed` has filled in a data folder, or one of the run's
 * own. What the measure writes it must take back.
 */
export async function withSeededCases<Result>(
  run: BenchRun,
  work: (seeded: SeededCases) => Promise<Result>,
): Promise<Result> {
  const { dataDir } = run;
  if (dataDir === undefined) {
    const services = await run.services();
    const filling = filled.get(services) ?? fill(services, run);
    filled.set(services, filling);
    return opened(await filling, work);
  }
  const results: Result[] = [];
  await withServices(
    async ({ connection }, { mongodbUri, secret, masterKeys }) => {
      const engine = await databaseEngine(connection);
      results.push(await opened({ access: { mongodbUri, secret, masterKeys }, engine }, work));
    },
    { hasRun: true, environment: { ...process.env, DATA_DIR: dataDir } },
  );
  const [result] = results;
  if (result === undefined) throw new Error(`Nothing was measured in ${dataDir}.`);
  return result;
}

async function fill(services: RunServices, { cases = CASES, say }: BenchRun) {
  const mongodbUri = withDatabase(services.mongodbUri, `${services.runName}_seeded`);
  const access: SeedAccess = { mongodbUri, secret: randomBytes(32), masterKeys: [randomBytes(32)] };
  const connection = await connectDatabase(mongodbUri);
  try {
    say(`cases: making ${cases} …`);
    await seedDatabase({
      services: servicesOf(connection, access),
      access,
      run: { cases, seed: SEED, until: legalDayOf(new Date()) },
      add: false,
      progress: () => undefined,
      signal: new AbortController().signal,
    });
    await settle(connection);
    const given = services.mongodbEngine === 'given';
    return { access, engine: given ? await databaseEngine(connection) : services.mongodbEngine };
  } finally {
    await connection.close();
  }
}

function servicesOf(connection: mongoose.Connection, { secret, masterKeys }: SeedAccess): Services {
  const now = () => new Date();
  return compose({ connection, secret, masterKeys, setupToken: undefined, now, loginHours: 0 });
}

async function opened<Result>(
  { access, engine }: { access: SeedAccess; engine: string },
  work: (seeded: SeededCases) => Promise<Result>,
): Promise<Result> {
  const options = { monitorCommands: true, autoIndex: false, autoCreate: false };
  const connection = await mongoose.createConnection(access.mongodbUri, options).asPromise();
  try {
    const use = servicesOf(connection, access);
    const organisations = await use.organisations.everyOne();
    const root = organisations.find(({ name }) => name === SEED_ROOT.name);
    if (root === undefined) throw new Error('The database was not filled by npm run seed.');
    const actor = (organisationId: string, role: 'head' | 'clerk'): TaskActor => ({
      accountId: 'bench',
      organisationId,
      roles: [role],
    });
    return await work({
      access,
      engine,
      connection,
      use,
      count: await connection.collection('cases').countDocuments(),
      root: actor(root.id, 'head'),
      clerkOf: ({ organisationId }) => actor(organisationId, 'clerk'),
      draw: await drawing(connection, { use, organisations }),
    });
  } finally {
    await connection.close();
  }
}

/** Numbers are given in turn, so that a place in the turn is a case. */
async function drawing(
  connection: mongoose.Connection,
  { use, organisations }: { use: Services; organisations: readonly Organisation[] },
): Promise<() => Promise<MediationCase>> {
  const counters = await connection.collection<CounterDocument>('counters').find().toArray();
  const random = seededRandom('bench');
  const weights = Object.fromEntries(counters.map(({ _id, last }) => [_id, last]));
  const patterns = new Map(organisations.map(({ id, caseNumberPattern }) => [id, caseNumberPattern]));
  return async () => {
    for (;;) {
      const drawn = random.weighted(weights);
      const [organisationId = '', year = ''] = drawn.split('/');
      const sequence = random.int(1, weights[drawn] ?? 1);
      const pattern = patterns.get(organisationId) ?? '';
      const number = pattern.replace('{year}', year).replace('{sequence}', String(sequence));
      const [found] = await use.caseSearch.withNumberKey(caseNumberKey(number), {});
      const subject = found === undefined ? null : await use.cases.find(found.line.id, {});
      if (subject !== null) return subject;
    }
  };
}
