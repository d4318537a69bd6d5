import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { type SeededRandom, seededRandom } from '../../config/seed/seeded-random.ts';
import type { DeliveryDocument } from '../../schemas/documents/delivery-document.ts';
import { compose, type Services } from '../../server/compose.ts';
import { connectDatabase } from '../../server/database/connect-database.ts';
import { noticePace } from '../../server/notices/notice-pace.ts';
import { TEST_MASTER_KEY } from '../support/test-app.ts';
import { buildTestCity } from '../support/test-city.ts';
import { startClerk } from './chaos-clerk.ts';
import { type ChaosHouse, openChaosHouse } from './chaos-house.ts';
import { makeTrouble } from './make-trouble.ts';
import { reckon } from './reckon.ts';
import { readSinkRecords } from './sink-record.ts';
import { waitUntilQuiet } from './wait-until-quiet.ts';

export interface ChaosRequest {
  dataDir: string;
  minutes: number;
  seed: string;
  workers: number;
  leaseSeconds: number;
  mongodbUri: string | undefined;
  say: (line: string) => void;
}

const CLERKS = 5;
const CLERK_EVERY_MS = 250;
const MEND_EVERY_MS = 1000;
const TROUBLE_EVERY_MS = 2000;
const ASK_AGAIN_MS = 200;
const ROUND_THE_CLOCK = { fromHour: 0, untilHour: 24, everyDay: true };

/** Works on cases while everything breaks, heals it, waits until it is quiet, and counts. */
export async function causeChaos(request: ChaosRequest) {
  const { minutes, seed, leaseSeconds, say } = request;
  const random = seededRandom(seed);
  const pace = noticePace(leaseSeconds * 1000);
  let aim: (deliveryId: string) => void = () => {};
  const house = await openChaosHouse({ ...request, onHesitation: (id) => aim(id) });
  say(`Chaos for ${minutes} min, seed ${seed}, lease ${leaseSeconds} s, on ${house.engines}.`);
  const services = await ownEyes(house.mongodbUri);
  try {
    const clerks = await hireClerks(house, services, random);
    const trouble = makeTrouble({
      house,
      random: random.fork('trouble'),
      leaseMs: pace.leaseMs,
      everyMs: TROUBLE_EVERY_MS,
      claimantOf: (id) => claimantOf(services, id),
      databaseAnswers: () =>
        untilAnswered(async () => void (await services.connection.db?.command({ ping: 1 }))),
    });
    aim = trouble.aim;
    const mending = setInterval(() => void mendAddresses(services).catch(() => undefined), MEND_EVERY_MS);
    await sleep(minutes * 60_000);
    clearInterval(mending);
    await trouble.stop();
    await Promise.all(clerks.map((clerk) => clerk.stop()));
    house.calmSink();
    say(`Healed after ${trouble.incidents.length} incidents; waiting until it is quiet.`);
    const quietSeconds = await waitUntilQuiet(services.connection, 30_000 + 6 * pace.leaseMs);
    // An answer that is still on its way may turn a held one into a sent one.
    await sleep(pace.mailWaitMs);
    await house.endWorkers();
    const { report, findings } = await reckon({
      services,
      pace,
      incidents: trouble.incidents,
      sink: readSinkRecords(house.mailFile),
      records: clerks.map(({ record }) => record),
    });
    const run = { minutes, seed, leaseSeconds, quietSeconds, engines: house.engines, node: process.version };
    return { report: { ...report, ...run }, findings };
  } finally {
    await services.connection.close();
    await house.close();
  }
}

/** The stores, read without the service. */
async function ownEyes(mongodbUri: string): Promise<Services> {
  return compose({
    connection: await connectDatabase(mongodbUri),
    secret: randomBytes(32),
    masterKeys: [TEST_MASTER_KEY],
    setupToken: undefined,
    now: () => new Date(),
    loginHours: 1,
    loginIdleMinutes: 60,
  });
}

async function hireClerks({ webUrl }: ChaosHouse, { cases }: Services, random: SeededRandom) {
  const city = await buildTestCity({ http: supertest(webUrl) }, { noticeHours: ROUND_THE_CLOCK });
  return Array.from({ length: CLERKS }, (_, index) =>
    startClerk({
      webUrl,
      token: city.head.token,
      mediatorIds: [city.mediator.accountId, city.otherMediator.accountId],
      random: random.fork(`clerk ${index}`),
      everyMs: CLERK_EVERY_MS,
      stored: (id) => untilAnswered(() => cases.find(id, {})),
    }),
  );
}

/** Asks a database that was killed until it is there again. */
async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await sleep(ASK_AGAIN_MS);
    }
  }
}

/** An address that the mail server has called dead is mended by somebody, so that there is mail to count. */
async function mendAddresses({ connection }: Services): Promise<void> {
  await connection.db?.collection('accounts').updateMany({}, { $set: { deadAddress: null } });
}

async function claimantOf({ connection }: Services, deliveryId: string): Promise<string | null> {
  const ledger = connection.db?.collection<DeliveryDocument>('deliveries');
  return (await ledger?.findOne({ _id: deliveryId }))?.claimedBy ?? null;
}
