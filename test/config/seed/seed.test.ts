import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { Connection } from 'mongoose';
import { inFlight } from '../../../bench/frame/in-flight.ts';
import { seedPassword, seedUsername } from '../../../config/seed/seed-city.ts';
import { seedDatabase } from '../../../config/seed/seed-database.ts';
import { seedOptions } from '../../../config/seed/seed-options.ts';
import { seededReceiptCode } from '../../../config/seed/seeded-case.ts';
import type { CaseDocument } from '../../../schemas/documents/case-document.ts';
import { compose, type Services } from '../../../server/compose.ts';
import { connectDatabase } from '../../../server/database/connect-database.ts';
import type { MediationCase } from '../../../server/domain/case.ts';
import { isCrossRegion } from '../../../server/domain/cross-region.ts';
import { workersConcerned } from '../../../server/domain/headcount.ts';
import { isIdNumber } from '../../../server/domain/id-number.ts';
import { startTestApp, TEST_MASTER_KEY, type TestApp } from '../../support/test-app.ts';
import { caseRequest } from '../../support/test-case.ts';
import { logIn, PASSWORD, type TestPerson } from '../../support/test-city.ts';
import { testServices } from '../../support/test-services.ts';

const RUN = { cases: 300, seed: 7, until: '2026-09-16' };

interface ListPage {
  cases: { id: string }[];
  nextCursor: string | null;
}

describe('npm run seed', function () {
  this.timeout(120_000);
  let app: TestApp;
  let again: { services: Services; connection: Connection; mongodbUri: string };
  let head: TestPerson;

  before(async () => {
    app = await startTestApp({ at: '2026-09-16T10:00:00+08:00' });
    const mongodbUri = testServices().mongodbUri('seed-again');
    const connection = await connectDatabase(mongodbUri);
    const { secret } = app.services;
    const foundations = { secret, masterKeys: [TEST_MASTER_KEY] as [Buffer], setupToken: undefined };
    const services = compose({ ...foundations, connection, now: app.clock.now, loginHours: 1 });
    again = { services, connection, mongodbUri };
    await Promise.all([fill(app), fill(again)]);
    head = await member('root', 'head');
  });
  after(async () => {
    await again.connection.dropDatabase();
    await again.connection.close();
    await app.stop();
  });

  function fill(
    { services, mongodbUri }: Pick<TestApp, 'services' | 'mongodbUri'>,
    changes: Partial<typeof RUN & { add: boolean }> = {},
  ) {
    const { add = false, ...run } = { ...RUN, ...changes };
    const access = { mongodbUri, secret: services.secret, masterKeys: [TEST_MASTER_KEY] as const };
    const signal = new AbortController().signal;
    return seedDatabase({ services, access, run, add, progress: () => undefined, signal });
  }

  /** Logs in with the password that the command tells, and sets another. */
  async function member(office: string, who: string): Promise<TestPerson> {
    const username = seedUsername(RUN.seed, office, who);
    const oldPassword = seedPassword(RUN.seed, app.services.secret);
    const person = await logIn(app, username, oldPassword);
    await app.http
      .post('/api/v1/accounts/current/password')
      .set('Authorization', `Bearer ${person.token}`)
      .send({ oldPassword, newPassword: PASSWORD })
      .expect(204);
    return person;
  }

  async function casesIn({ services }: Pick<TestApp, 'services'>): Promise<MediationCase[]> {
    const cases: MediationCase[] = [];
    for await (const one of services.cases.everyCase()) cases.push(one.read());
    return cases.sort((left, right) => (left.id < right.id ? -1 : 1));
  }

  it('makes the same cases again of the same seed', async () => {
    const [first, second] = [await casesIn(app), await casesIn(again)];
    expect(first).to.have.length(RUN.cases);
    expect(second).to.deep.equal(first);
  });

  it('makes cases that the API lists, each one, and shows whole', async () => {
    const listed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: ListPage } = await app.http
        .get('/api/v1/cases')
        .query(cursor === '' ? { limit: '200' } : { limit: '200', cursor })
        .set('Authorization', `Bearer ${head.token}`)
        .expect(200);
      listed.push(...body.cases.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    const cases = await casesIn(app);
    expect([...listed].sort()).to.deep.equal(cases.map(({ id }) => id));
    const some = cases.filter((_, index) => index % 10 === 0);
    await inFlight(some, 8, async ({ id, number, state, workers }) => {
      const { body, status } = await app.http
        .get(`/api/v1/cases/${id}`)
        .set('Authorization', `Bearer ${head.token}`);
      expect(status, JSON.stringify(body)).to.equal(200);
      expect(body).to.include({ id, number, state });
      expect(body.workers[0]?.name).to.equal(workers[0]?.name);
    });
  });

  it('leaves the indexes that the service makes, and the service has none to add', async () => {
    const ofSeed = await again.connection.collection('cases').indexes();
    await app.connection.collection('cases').dropIndexes();
    await app.services.createIndexes();
    expect(await app.connection.collection('cases').indexes()).to.have.deep.members(ofSeed);
    await again.services.createIndexes();
    expect(await again.connection.collection('cases').indexes()).to.deep.equal(ofSeed);
  });

  it('shows a worker the status of a seeded case by its number and code', async () => {
    const [one] = await casesIn(app);
    const { body } = await app.http
      .post('/api/v1/status')
      .send({ number: one?.number, code: seededReceiptCode(one?.id ?? '') })
      .expect(200);
    expect(body.number).to.equal(one?.number);
    expect(body.parts).to.have.length.above(0);
  });

  it('stores what the service stores, and the service goes on from there', async () => {
    const clerk = await member('610104', 'clerk');
    const { body } = await app.http
      .post('/api/v1/cases')
      .set('Authorization', `Bearer ${clerk.token}`)
      .send(caseRequest())
      .expect(201);
    const cases = app.connection.collection<CaseDocument>('cases');
    const [own, seeded] = [
      await cases.findOne({ _id: body.case.id }),
      await cases.findOne({ _id: { $ne: body.case.id }, workers: { $size: 1 } }),
    ];
    expect(Object.keys(seeded ?? {}).sort()).to.deep.equal(Object.keys(own ?? {}).sort());
    expect(Object.keys(seeded?.workers[0] ?? {}).sort()).to.deep.equal(
      Object.keys(own?.workers[0] ?? {}).sort(),
    );
    const sequence = (number: string | undefined) => Number(/(\d+)号$/.exec(number ?? '')?.[1]);
    const last = await cases
      .find({ organisationId: own?.organisationId ?? '', number: /〔2026〕7-/ })
      .sort({ numberOrder: -1 })
      .limit(2)
      .toArray();
    expect(last[0]).to.include({ _id: body.case.id });
    expect(sequence(last[0]?.number)).to.equal(sequence(last[1]?.number) + 1);
    await cases.deleteOne({ _id: body.case.id });
  });

  it('spreads sizes, causes, places and states as in the published cases', async () => {
    const cases = await casesIn(again);
    const share = (holds: (one: MediationCase) => boolean) => cases.filter(holds).length / cases.length;
    expect(share((one) => isCrossRegion(one) === true)).to.be.within(0.2, 0.5);
    expect(share((one) => workersConcerned(one).workers === 1)).to.be.within(0.2, 0.4);
    expect(share((one) => workersConcerned(one).workers >= 50)).to.be.within(0.1, 0.3);
    expect(new Set(cases.map(({ state }) => state)).size).to.be.at.least(8);
    expect(new Set(cases.map(({ organisationId }) => organisationId)).size).to.equal(16);
    expect(new Set(cases.map(({ mediatorId }) => mediatorId)).size).to.be.at.least(40);
  });

  it('invents people whom there is not: a right check digit, a province and a telephone that nobody has', async () => {
    const workers = (await casesIn(again)).flatMap((one) => one.workers);
    for (const { idNumber, phone } of workers) {
      expect(isIdNumber(idNumber ?? ''), idNumber ?? '').to.equal(true);
      expect(idNumber).to.match(/^38/);
      expect(phone).to.match(/^160\d{8}$/);
    }
  });

  it('leaves a database alone that holds cases, unless it is told to add, and then makes what is missing', async () => {
    const before = await casesIn(again);
    const refusal = await fill(again).catch((error: Error) => error.message);
    expect(refusal).to.match(/^The database holds 300 cases\. Give --add/);
    const gone = before.slice(0, 100).map(({ id }) => id);
    await again.connection.collection<CaseDocument>('cases').deleteMany({ _id: { $in: gone } });
    expect(await fill(again, { add: true })).to.deep.equal({ there: 300, made: 100 });
    expect(await casesIn(again)).to.deep.equal(before);
    const other = await fill(again, { add: true, cases: 299 }).catch((error: Error) => error.message);
    expect(other).to.match(/^This seed has filled the database before/);
  });

  const NONSENSE: [string[], string][] = [
    [[], '--cases is missing'],
    [['--cases', 'many'], '--cases is "many"'],
    [['--cases', '0'], '--cases is "0"'],
    [['--cases', '10', '--seed', '-1'], '--seed'],
    [['--cases', '10', '--seed', '1000000'], '--seed is "1000000"'],
    [['--cases', '10', '--until', '2026-02-30'], '--until is "2026-02-30"'],
    [['--cases', '10', '--until', '2099-01-01'], '--until is "2099-01-01"'],
    [['--cases', '10', '--fast'], "Unknown option '--fast'"],
  ];
  for (const [args, said] of NONSENSE) {
    it(`says what is wrong with "${args.join(' ')}"`, () => {
      expect(() => seedOptions(args, '2026-09-16')).to.throw(said);
    });
  }

  it('ends with the fault in its first line, before it looks for a database', async () => {
    const nodeArguments = ['--import', 'tsx', 'config/seed/seed-command.ts', '--cases', 'many'];
    const failure: unknown = await promisify(execFile)(process.execPath, nodeArguments).catch(
      (error: unknown) => error,
    );
    expect(failure).to.include({ code: 2 });
    expect(failure)
      .to.have.property('stderr')
      .that.matches(/^--cases is "many"; give it a whole number/);
  });
});
