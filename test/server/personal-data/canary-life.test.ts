import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { ActionName } from '../../../server/domain/case-actions.ts';
import { checkCharacter } from '../../../server/domain/id-number.ts';
import { legalDayOf } from '../../../server/domain/legal-day.ts';
import { as } from '../../support/as-person.ts';
import { databaseText, redisText } from '../../support/stored-text.ts';
import { act, caseRequest, done, type ShownCase } from '../../support/test-case.ts';
import { testServices } from '../../support/test-services.ts';
import { until } from '../../support/until.ts';
import { openWorkerHouse, type WorkerHouse } from '../../support/worker-house.ts';

const idNumber = (digits: string) => digits + checkCharacter(digits);
const WORKER = { name: '雀生平甲', phone: '13977001001', idNumber: idNumber('37010219900115101') };
const JOINED = { name: '雀生平乙', phone: '13977001002', idNumber: idNumber('37010219900115102') };
const HELPER = { name: '雀代办人', phone: '13977001003' };
const EMPLOYER = '雀个体老板';
/** As it is typed, and as it stands in an address. */
const CANARIES = [WORKER, JOINED, HELPER]
  .flatMap((person) => Object.values(person))
  .concat(EMPLOYER)
  .flatMap((text) => [...new Set([text, encodeURIComponent(text)])]);
/** Everything in one text, for wherever somebody may write. */
const SAID = `${WORKER.name}（${WORKER.idNumber}，${WORKER.phone}）与${JOINED.name}、${HELPER.name}诉${EMPLOYER}`;

describe('the life of a case with real workers', function () {
  this.timeout(180_000);
  let house: WorkerHouse;
  const logged: string[] = [];
  before(async () => {
    house = await openWorkerHouse({ log: (text) => logged.push(text) });
  });
  after(() => house.close());

  const on = legalDayOf(new Date());

  async function registered(): Promise<ShownCase> {
    const { app, city } = house;
    const [row] = caseRequest().workers;
    const helpers = [{ kind: 'relative', ...HELPER, maySeeCase: true, maySettle: false, grantedOn: on }];
    const body = caseRequest({
      receivedOn: on,
      rightKnownOn: on,
      consentToProcessOn: on,
      summary: SAID,
      workers: [{ ...row, ...WORKER, helpers }],
      respondents: [{ kind: 'individual', name: EMPLOYER }],
    });
    const wrong = { ...body, nickname: SAID };
    const post = (sent: object) =>
      app.http
        .post('/api/v1/cases')
        .set('Authorization', `Bearer ${city.clerk.token}`)
        .set('Idempotency-Key', `"${randomUUID()}"`)
        .send(sent);
    expect((await post(wrong)).status).to.equal(422);
    const answer = await post(body);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    return answer.body.case;
  }

  /** From the registration to the file, and back for another round, with words in every step that takes any. */
  async function live(): Promise<ShownCase> {
    const { app, city } = house;
    let subject = await registered();
    await until('the union of origin to be told', () => house.sink.messages.length > 0, 60_000);
    const step = async (name: ActionName, input: object) => {
      subject = await done(act(app, city.head, subject)(name, input));
    };
    const signed = { workerSignedOn: on, respondentSignedOn: on, mediatorSignedOn: on, sealedOn: on };
    await step('ask-respondent', { askedOn: on, by: 'telephone', note: SAID });
    await step('accept', { acceptedOn: on, applicantConsentOn: on, respondentConsentOn: on, note: SAID });
    const { accountId: mediatorId } = city.mediator;
    await step('start-mediation', { startedOn: on, mediatorId, recusalCheckedOn: on, rightsNoticeOn: on });
    const claims = [{ cause: 'wages', claimedFen: 800_000 }];
    await step('add-workers', { joinedOn: on, workers: [{ ...JOINED, origin: null, claims }] });
    await step('record-session', { heldOn: on, record: SAID });
    await step('record-risk', { kind: 'employer-may-flee', knownOn: on, note: SAID });
    await step('pause-mediation', { pausedOn: on, reason: SAID, agreedByBoth: true });
    await step('resume-mediation', { resumedOn: on });
    const why = { to: '法律援助中心', why: SAID, consentOn: on, sentOn: on };
    await step('refer', { purpose: 'legal-aid', ...why });
    await step('record-fact', { kind: 'inspection-complained', happenedOn: on, note: SAID });
    await step('agree', { terms: SAID, ...signed, instalments: [{ dueOn: on, amountFen: 100_000 }] });
    const instalmentId = subject.agreements[0]?.instalments[0]?.id;
    await step('record-payment', { instalmentId, paidOn: on, workerConfirmedOn: on });
    await step('write-closing', { writtenOn: on, summary: SAID });
    await step('archive', { archivedOn: on, files: [SAID] });
    await step('set-legal-hold', { reason: SAID });
    await step('lift-legal-hold', { reason: SAID });
    await step('reopen', { reopenedOn: on, reason: SAID });
    await step('withdraw', { withdrawnOn: on, reason: SAID });
    return subject;
  }

  /** What is asked about it meanwhile: searched, shown whole, looked up, at addresses that there are not. */
  async function ask({ id, number }: ShownCase): Promise<void> {
    const { app, city } = house;
    const { body: shown } = await as(app, city.head).get(`/cases/${id}`).expect(200);
    const [{ id: workerId }] = shown.workers;
    const asked = { workerId, fields: ['phone', 'idNumber'], reason: SAID };
    const told = await as(app, city.head).post(`/cases/${id}/disclosures`, asked);
    expect(JSON.stringify(told.body)).to.include(WORKER.phone);
    for (const text of [WORKER.name, WORKER.phone, WORKER.idNumber, EMPLOYER]) {
      const found = await as(app, city.head)
        .get(`/cases?q=${encodeURIComponent(text)}`)
        .expect(200);
      expect(found.body.cases, text).to.have.length(1);
      await as(app, city.head).get(`/cases/${encodeURIComponent(text)}`);
      await app.http.post('/api/v1/status').send({ number, code: text });
      await app.http.post('/api/v1/sessions').send({ username: text, password: text });
    }
    await app.http.post('/api/v1/status/codes').send({ phone: WORKER.phone });
  }

  it('leaves no name and no number in clear in the database, in Redis, in a queue or in any log', async () => {
    const { app, city } = house;
    house.startWorker();
    const subject = await live();
    await ask(subject);
    const { body: open } = await as(app, city.head).get(`/cases/${subject.id}/deliveries`).expect(200);
    expect(open).to.be.an('object');
    await until('a log of the worker', () => logged.join('').includes('notice handled'), 60_000);

    const { redisUrl, runName } = testServices();
    const places = {
      database: await databaseText(app.connection),
      'Redis of web': await redisText(redisUrl, `*${runName}*`),
      'Redis of the worker, with its queue': await redisText(house.redisUrl),
      logs: logged.join(''),
    };
    for (const [place, text] of Object.entries(places)) {
      expect(text.length, `${place} was read`).to.be.above(100);
      expect(
        CANARIES.filter((canary) => text.includes(canary)),
        place,
      ).to.deep.equal([]);
    }
    const stored = await app.services.cases.find(subject.id, {});
    expect(JSON.stringify(stored), 'and all of it is there').to.include(SAID).and.include(JOINED.idNumber);
  });
});
