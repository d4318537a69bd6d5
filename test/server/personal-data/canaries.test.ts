import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { checkCharacter } from '../../../server/domain/id-number.ts';
import { databaseText, redisText } from '../../support/stored-text.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';
import { testServices } from '../../support/test-services.ts';
import { startTestSink, type TestSink } from '../../support/test-sink.ts';
import { testWorker } from '../../support/test-worker.ts';

const CASES = 80;

interface Canary {
  name: string;
  phone: string;
  idNumber: string;
  employer: string;
}

const canaries = Array.from({ length: CASES }, (_, index): Canary => {
  const serial = String(index).padStart(4, '0');
  const digits = `37010219900115${serial.slice(1)}`;
  return {
    name: `金丝雀${serial}`,
    phone: `1399000${serial}`,
    idNumber: digits + checkCharacter(digits),
    employer: `济南雀${serial}餐饮店`,
  };
});

const textsOf = ({ name, phone, idNumber, employer }: Canary) => [name, phone, idNumber, employer];
const WRITTEN = canaries.flatMap(textsOf);

describe('canaries among the personal data', () => {
  let app: TestApp;
  let city: TestCity;
  let sink: TestSink;
  let worker: ReturnType<typeof testWorker>;
  const logged: string[] = [];

  before(async () => {
    app = await startTestApp({ log: { write: (line) => logged.push(line) } });
    city = await buildTestCity(app);
    sink = await startTestSink();
    // A gateway that repeats the number in its refusal, as some do.
    worker = testWorker(app, sink, {
      idempotent: true,
      send: async ({ to }, mayBegin) =>
        (await mayBegin())
          ? { kind: 'refused', answer: `no such subscriber: ${to}` }
          : { kind: 'called-off' },
    });
  });
  after(async () => {
    worker.close();
    await sink.stop();
    await app.stop();
  });

  async function register(canary: Canary, index: number): Promise<ShownCase> {
    const [row] = caseRequest().workers;
    const body = caseRequest({
      summary: `${canary.name}（${canary.idNumber}）称工资未付，电话 ${canary.phone}。`,
      workers: [
        {
          ...row,
          name: canary.name,
          phone: canary.phone,
          idNumber: canary.idNumber,
          contact: { by: 'text-message' },
        },
      ],
      respondents: [{ kind: 'individual', name: canary.employer }],
    });
    const answer = await app.http
      .post('/api/v1/cases')
      .set('Authorization', `Bearer ${city.head.token}`)
      .set('Idempotency-Key', `"${randomUUID()}"`)
      .send(index % 10 === 0 ? { ...body, nickname: canary.name } : body);
    if (answer.status === 422) return register(canary, index + 1);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    return answer.body.case;
  }

  /** Text of personal data by each way there is, on a case that goes on to a session and its warnings. */
  async function actOn(subject: ShownCase, { name, idNumber }: Canary): Promise<void> {
    const on = '2026-09-16';
    const step = (at: ShownCase) => act(app, city.head, at);
    const accepted = await done(
      step(subject)('accept', { acceptedOn: on, applicantConsentOn: on, respondentConsentOn: on }),
    );
    const mediated = await done(
      step(accepted)('start-mediation', {
        startedOn: on,
        mediatorId: city.mediator.accountId,
        recusalCheckedOn: on,
        rightsNoticeOn: on,
      }),
    );
    const heard = await done(step(mediated)('record-session', { heldOn: on, record: `${name}到场陈述。` }));
    await done(
      step(heard)('record-risk', {
        kind: 'employer-may-flee',
        knownOn: on,
        note: `${name}（${idNumber}）说`,
      }),
    );
  }

  it('are found nowhere in the database, in Redis or in the log', async () => {
    for (const [index, canary] of canaries.entries()) {
      const subject = await register(canary, index);
      if (index % 20 === 0) await actOn(subject, canary);
    }
    for (const day of ['2026-09-16T10:00', '2026-10-01T10:00', '2026-10-09T10:00']) {
      app.clock.set(day);
      for (let round = 0; round < 4; round += 1) await worker.sweepAndSend();
    }
    await finishCalls();
    await app.http.post('/api/v1/status').send({ number: canaries[0]?.name, code: canaries[0]?.phone });
    await app.queue.add('send', { deliveryId: 'x' });

    const { redisUrl, runName } = testServices();
    const places = {
      database: await databaseText(app.connection),
      redis: await redisText(redisUrl, `*${runName}*`),
      log: logged.join(''),
    };
    for (const [place, text] of Object.entries(places)) {
      expect(text.length, `${place} was read`).to.be.above(100);
      expect(
        WRITTEN.filter((canary) => text.includes(canary)),
        place,
      ).to.deep.equal([]);
    }
    const kept = await app.services.tasks.open({}, { limit: 100, after: null });
    expect(kept, 'calls wait or were made, so workers were written to').to.have.length.above(0);
    const [listed] = (await app.services.cases.everyCase().next()).value?.read().workers ?? [];
    expect(listed?.name, 'and all of it can be read').to.match(/^金丝雀/);
  }).timeout(120_000);

  /** What was said on the telephone is written down too. */
  async function finishCalls(): Promise<void> {
    const tasks = await app.services.tasks.open({}, { limit: 3, after: null });
    for (const { id } of tasks) {
      await app.services.finishTask(
        { accountId: city.head.accountId, organisationId: city.centreId, roles: ['head'] },
        id,
        { result: 'reached', note: `${canaries[0]?.name} ${canaries[0]?.idNumber}` },
      );
    }
  }
});
