import { expect } from 'chai';
import type { CaseDocument } from '../../../schemas/documents/case-document.ts';
import { erasedCaseLine } from '../../../schemas/requests/erasure-requests.ts';
import { compose } from '../../../server/compose.ts';
import { listingOf } from '../../../server/domain/case-listing.ts';
import { NOT_ENDED } from '../../../server/domain/case-marks.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase, startMediation } from '../../support/mediated-case.ts';
import { TEST_MASTER_KEY } from '../../support/test-app.ts';
import { act, caseRequest, done, register, type ShownCase } from '../../support/test-case.ts';
import { type TestPerson } from '../../support/test-city.ts';
import { YEAR_2027 } from '../../support/year-2027.ts';

const NAME = '王建国';
const ID_NUMBER = '11010519491231002X';
const CANARIES = [NAME, '13800001234', ID_NUMBER, '建筑劳务', '没有支付', '到场陈述', '分歧很大'];
const REQUEST = { basis: 'retention-over', reason: '保存期限已满' };
const ON = '2026-09-16';

describe('a case that is erased', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  let worker: MailHouse['worker'];
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city, worker } = house);
  });
  afterEach(() => house.close());

  const get = (who: TestPerson, path: string) =>
    app.http.get(`/api/v1${path}`).set('Authorization', `Bearer ${who.token}`);
  const post = (who: TestPerson, path: string, body: object) =>
    app.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${who.token}`).send(body);
  const erase = (who: TestPerson, { id }: Pick<ShownCase, 'id'>, body: object = REQUEST) =>
    post(who, `/cases/${id}/erasure`, body);
  const cases = () => app.connection.collection<CaseDocument>('cases');

  async function settle(at: string): Promise<void> {
    app.clock.set(at);
    for (let round = 0; round < 4; round += 1) await worker.sweepAndSend();
  }

  /** Mediation has failed, the limitation period runs on, and what was told lies in the ledger and the tasks. */
  async function failedCase(): Promise<{ subject: ShownCase; receipt: { number: string; code: string } }> {
    const [person] = caseRequest().workers;
    const { case: registered, receipt } = await register(app, city.clerk, {
      workers: [{ ...person, idNumber: ID_NUMBER }],
    });
    const mediated = await startMediation({ app, city, registered });
    const heard = await done(
      act(app, city.head, mediated)('record-session', { heldOn: ON, record: `${NAME}到场陈述。` }),
    );
    await settle('2026-10-09T10:00');
    const subject = await done(
      act(
        app,
        city.head,
        heard,
      )('fail', { failedOn: ON, reason: 'no-agreement', adviceGivenOn: ON, note: '双方分歧很大' }),
    );
    await settle('2026-10-10T10:00');
    return { subject, receipt };
  }

  async function databaseText(): Promise<string> {
    const collections = await app.connection.db?.collections();
    const texts = (collections ?? []).map(async (one) => JSON.stringify(await one.find().toArray()));
    return (await Promise.all(texts)).join('\n');
  }

  it('is gone from every place where it is read, and keeps its number, days and sums', async () => {
    const { subject, receipt } = await failedCase();
    await settle('2027-08-18T10:00');
    const [task] = (await get(city.mediator, '/tasks').expect(200)).body.tasks;
    const sentBefore = (await get(city.head, `/cases/${subject.id}/deliveries`)).body.deliveries;
    expect(task.text).to.be.a('string').and.not.equal('');
    expect(sentBefore.filter(({ text }: { text: string | null }) => text !== null)).to.not.deep.equal([]);
    const wrongCode = await app.http
      .post('/api/v1/status')
      .send({ number: receipt.number, code: 'AAAA-AAAA-AAAA' });

    const answer = await erase(city.head, subject);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    expect(answer.body).to.deep.equal({
      caseId: subject.id,
      number: subject.number,
      erasure: { ...REQUEST, at: app.clock.now().toISOString(), by: city.head.accountId },
    });

    const { body: shown } = await get(city.head, `/cases/${subject.id}`).expect(200);
    expect(shown).to.include({ number: subject.number, state: 'failed', receivedOn: ON, summary: '' });
    expect(shown.workers[0]).to.include({ name: '', phone: '', idNumber: '' });
    expect(shown.workers[0].claims[0].claimedFen).to.equal(1_250_000);
    expect(shown.timeline.at(-1)).to.include({ kind: 'erased', reason: 'retention-over', note: null });
    expect(shown.actions).to.deep.equal([]);
    expect(shown.warning).to.equal(null);

    const { body: list } = await get(city.head, '/cases').expect(200);
    expect(list.cases).to.have.length(1);
    expect(list.cases[0]).to.include({ number: subject.number, nextDueOn: null });
    for (const q of [NAME, 'wjg', '13800001234', '1234', ID_NUMBER, '建筑劳务']) {
      const found = await get(city.head, `/cases?q=${encodeURIComponent(q)}`).expect(200);
      expect(found.body.cases, q).to.deep.equal([]);
    }
    const byNumber = await get(city.head, `/cases?q=${encodeURIComponent(subject.number)}`).expect(200);
    expect(byNumber.body.cases).to.have.length(1);

    const lookup = await app.http.post('/api/v1/status').send(receipt);
    expect(lookup.status).to.equal(404);
    expect({ ...lookup.body, requestId: '' }).to.deep.equal({ ...wrongCode.body, requestId: '' });

    expect((await get(city.mediator, '/tasks').expect(200)).body.tasks).to.deep.equal([]);
    expect((await get(city.mediator, `/tasks/${task.id}`).expect(200)).body).to.include({
      text: '',
      state: 'lapsed',
    });
    const { body: ledger } = await get(city.head, `/cases/${subject.id}/deliveries`).expect(200);
    expect(ledger.deliveries).to.have.length(sentBefore.length);
    for (const row of ledger.deliveries) expect(row).to.include({ text: null, sentTo: null, subject: null });
    expect((await get(city.head, '/warnings').expect(200)).body.warnings).to.deep.equal([]);

    const text = await databaseText();
    for (const canary of CANARIES) expect(text, canary).to.not.include(canary);
  });

  it('is told to nobody any more, and no worker or import stumbles over it', async () => {
    const { subject } = await failedCase();
    const { subject: kept } = await failedCase();
    await erase(city.head, subject).expect(200);
    const sentOf = async ({ id }: ShownCase) =>
      (await app.services.deliveries.ofCase(id)).flatMap((row) => (row.state === 'sent' ? [row.id] : []));
    const [sent, sentOfKept] = [await sentOf(subject), await sentOf(kept)];
    // What decides notices changes: every case of the organisation is looked at again.
    await app.services.revisitCases.ofOrganisation(city.centreId, app.clock.now());
    await post(city.admin, '/calendar/years', YEAR_2027).expect(201);
    await app.services.recomputeDeadlines();
    for (const at of ['2026-10-12T10:00', '2027-08-18T10:00', '2027-09-10T10:00', '2027-09-16T10:00']) {
      await settle(at);
    }
    expect(await sentOf(subject)).to.have.members(sent);
    expect(await sentOf(kept), 'one that is not erased is told of').to.have.length.above(sentOfKept.length);
    const stored = await cases().findOne({ _id: subject.id });
    expect(stored).to.include({ dataKey: null, nextNoticeAt: null, warnedAt: null });
    expect(stored?.dayMoves).to.deep.equal([]);
    expect(await app.services.setAsides.count()).to.equal(0);
  });

  it('can be neither acted on, nor disclosed, nor sealed anew, and is no case without a key', async () => {
    const { subject } = await failedCase();
    const [row] = subject.respondents;
    await erase(city.head, subject).expect(200);
    const { body: shown } = await get(city.head, `/cases/${subject.id}`);
    const [{ id: workerId }] = shown.workers;
    const refused = [
      await act(app, city.head, shown)('archive', { archivedOn: '2026-10-10' }),
      await post(city.head, `/cases/${subject.id}/receipt-code`, { reason: 'lost' }),
      await act(app, city.head, shown)('record-fact', { kind: 'suit-filed', happenedOn: ON }),
      await post(city.head, `/cases/${subject.id}/disclosures`, {
        workerId,
        fields: ['phone'],
        reason: 'x',
      }),
      await post(city.head, `/cases/${subject.id}/bars`, {
        accountId: city.mediator.accountId,
        kind: 'recusal',
        reason: 'x',
      }),
    ];
    for (const { status, body } of refused) {
      expect([status, body.code]).to.deep.equal([409, 'case_erased']);
    }
    expect(row).to.be.an('object');
    expect(await app.services.keepKeys.seal()).to.equal(0);
    expect(await app.services.keepKeys.list()).to.deep.equal([]);
    expect((await cases().findOne({ _id: subject.id }))?.dataKey).to.equal(null);
  });

  it('is erased by another process that had its key at hand, too', async () => {
    const { subject } = await failedCase();
    const other = compose({
      connection: app.connection,
      secret: Buffer.alloc(32),
      masterKeys: [TEST_MASTER_KEY],
      setupToken: undefined,
      now: app.clock.now,
      loginHours: 1,
    });
    const before = await other.cases.find(subject.id, {});
    expect(before?.workers[0]?.name).to.equal(NAME);
    await erase(city.head, subject).expect(200);
    const change = { state: 'failed', set: {}, events: [], facts: [] } as const;
    if (before === null) throw new Error('the case is there');
    const listed = listingOf(before, { nextDueOn: null, grade: null });
    const marks = { ...listed, nextNoticeAt: null, warningGrade: null, warnedAt: null, endedOn: NOT_ENDED };
    const written = await other.cases.update(before, {
      change: { ...change, events: [], facts: [] },
      facts: [],
      marks,
    });
    expect(written).to.equal(false);
    expect((await other.cases.find(subject.id, {}))?.workers[0]?.name).to.equal('');
    for (const row of await other.deliveries.ofCase(subject.id)) {
      expect((await other.deliveries.opened(row)).text).to.equal(null);
    }
  });

  it('stays erased after an older backup was restored, by the list that is kept outside', async () => {
    const { subject } = await failedCase();
    const backup = await cases().findOne({ _id: subject.id });
    if (backup === null) throw new Error('the case is there');
    await erase(city.head, subject).expect(200);
    const lines: string[] = [];
    for await (const erased of app.services.eraseCase.everyErased()) lines.push(JSON.stringify(erased));
    const [line, ...more] = lines.map((text) => erasedCaseLine.parse(JSON.parse(text)));
    expect(more).to.deep.equal([]);
    if (line === undefined) throw new Error('the list is empty');

    await cases().replaceOne({ _id: subject.id }, backup);
    expect((await app.services.cases.find(subject.id, {}))?.workers[0]?.name).to.equal(NAME);
    expect(await app.services.eraseCase.again(line)).to.equal('erased');
    expect(await app.services.eraseCase.again(line)).to.equal('was-erased');
    const missing = { ...line, caseId: '3f0e9a52-5b0c-4a52-9c2e-0a4a2f6f1d11' };
    expect(await app.services.eraseCase.again(missing)).to.equal('not-there');
    const text = await databaseText();
    for (const canary of CANARIES) expect(text, canary).to.not.include(canary);
    expect((await app.services.cases.find(subject.id, {}))?.erasure).to.deep.equal(line.erasure);
  });

  it('is asked for twice with one effect', async () => {
    const { subject } = await failedCase();
    const first = await erase(city.head, subject).expect(200);
    const second = await erase(city.head, subject, { basis: 'unlawful-processing', reason: '再次' });
    expect(second.body).to.deep.equal(first.body);
    const { body: shown } = await get(city.head, `/cases/${subject.id}`);
    expect(shown.timeline.filter(({ kind }: { kind: string }) => kind === 'erased')).to.have.length(1);
  });

  it('has ended, is under no hold and is named by nobody; whoever may erase it need not see it', async () => {
    const archivist = await city.addPerson('archivist', city.centreId, ['archivist']);
    const above = await city.addPerson('city-admin', city.cityId, ['administrator']);
    const open = await mediatedCase(app, city);
    const { case: registered } = await register(app, city.clerk);
    const ended = await done(
      act(app, city.clerk, registered)('withdraw', { withdrawnOn: ON, reason: '自行和解' }),
    );
    const refusals = [
      { who: city.head, subject: open, status: 409, code: 'case_not_ended' },
      { who: city.clerk, subject: ended, status: 403, code: 'not_permitted' },
      { who: city.mediator, subject: ended, status: 403, code: 'not_permitted' },
      { who: city.supervisor, subject: ended, status: 403, code: 'not_permitted' },
      { who: city.originHead, subject: ended, status: 404, code: 'case_not_found' },
      { who: city.admin, subject: ended, status: 404, code: 'case_not_found' },
      {
        who: city.head,
        subject: ended,
        body: { ...REQUEST, reason: `${NAME}要求删除` },
        status: 422,
        code: 'reason_names_somebody',
      },
      {
        who: city.head,
        subject: ended,
        body: { ...REQUEST, basis: 'because' },
        status: 422,
        code: 'invalid_input',
      },
    ];
    for (const { who, subject, status, code, body } of refusals) {
      const answer = await erase(who, subject, body);
      expect([answer.status, answer.body.code], JSON.stringify(answer.body)).to.deep.equal([status, code]);
    }
    const held = await done(act(app, city.head, ended)('set-legal-hold', { reason: '法院调取证据' }));
    expect((await erase(archivist, held)).body.code).to.equal('case_under_hold');
    const free = await done(act(app, city.head, held)('lift-legal-hold', { reason: '诉讼已结束' }));
    expect((await app.services.cases.find(free.id, {}))?.workers[0]?.name).to.equal(NAME);
    await erase(archivist, free).expect(200);

    const { case: second } = await register(app, city.clerk);
    const withdrawn = await done(
      act(app, city.clerk, second)('withdraw', { withdrawnOn: ON, reason: '自行和解' }),
    );
    await erase(above, withdrawn).expect(200);
  });
});
