import { expect } from 'chai';
import { DEFAULT_REMINDER_SETTINGS } from '../../../server/domain/reminder-settings.ts';
import { channelsTo } from '../../../server/notices/addressee.ts';
import { startMediation } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const ON = '2026-09-16';

describe('the consents of a worker', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  async function registered(contact: object = { by: 'text-message' }) {
    const [person] = caseRequest().workers;
    const nameless = { ...person, name: null, phone: null };
    const { case: subject } = await register(app, city.clerk, {
      workers: [{ ...person, contact }, nameless],
    });
    return subject;
  }
  const workersOf = async ({ id }: ShownCase) => (await app.services.cases.find(id, {}))?.workers ?? [];
  const record = (subject: ShownCase, input: object) =>
    act(app, city.head, subject)('record-consent', { how: 'oral', ...input });
  async function waysTo(subject: ShownCase): Promise<string[]> {
    const [worker] = await workersOf(subject);
    if (worker === undefined) throw new Error('there is a worker');
    return channelsTo({ kind: 'worker', worker }, DEFAULT_REMINDER_SETTINGS);
  }

  it('begin with the registration: to be recorded by name, and to be written to where that is the wish', async () => {
    const [named, nameless] = await workersOf(await registered());
    const given = { givenOn: ON, withdrawnOn: null, how: 'oral' };
    expect(named?.consents).to.deep.equal([
      { purpose: 'process', ...given },
      { purpose: 'text-message', ...given },
    ]);
    expect(nameless?.consents).to.deep.equal([]);
    const [called] = await workersOf(await registered({ by: 'call' }));
    expect(called?.consents?.map(({ purpose }) => purpose)).to.deep.equal(['process']);
  });

  it('decide whether text messages may go out, and a new one after a withdrawal is a new row', async () => {
    const subject = await registered();
    expect(await waysTo(subject)).to.deep.equal(['text-message', 'telephone']);
    const withdrawn = await done(record(subject, { purpose: 'text-message', withdrawnOn: ON }));
    expect(await waysTo(subject)).to.deep.equal(['telephone']);
    expect(withdrawn.timeline.at(-1)).to.include({ kind: 'consent-withdrawn', reason: 'text-message' });
    const id = (await workersOf(subject))[0]?.id;
    const again = await done(
      record(withdrawn, { workerIds: [id], purpose: 'text-message', givenOn: ON, how: 'written' }),
    );
    expect(await waysTo(subject)).to.deep.equal(['text-message', 'telephone']);
    expect(again.timeline.at(-1)).to.include({ kind: 'consent-given', about: id, workers: 1 });
    const [named] = await workersOf(subject);
    expect(named?.consents?.slice(1)).to.deep.equal([
      { purpose: 'text-message', givenOn: ON, withdrawnOn: ON, how: 'oral' },
      { purpose: 'text-message', givenOn: ON, withdrawnOn: null, how: 'written' },
    ]);
  });

  it('to be recorded, once withdrawn by all, show as a lack, end the messages and open the erasure', async () => {
    const subject = await registered();
    const erase = () =>
      app.http
        .post(`/api/v1/cases/${subject.id}/erasure`)
        .set('Authorization', `Bearer ${city.head.token}`)
        .send({ basis: 'consent-withdrawn', reason: '职工撤回同意' });
    await erase().expect(409);
    const shown = await done(record(subject, { purpose: 'process', withdrawnOn: ON }));
    const codesOf = (name: string) =>
      shown.actions.find((action) => action.name === name)?.lacks.map(({ code }) => code);
    expect(codesOf('ask-respondent')).to.deep.equal(['consent-withdrawn']);
    expect(codesOf('record-consent')).to.deep.equal([]);
    expect(await waysTo(subject)).to.deep.equal(['telephone']);
    await erase().expect(200);
  });

  const lacksOf = (subject: ShownCase, name: string) =>
    ('actions' in subject && Array.isArray(subject.actions) ? subject.actions : [])
      .find((action: { name: string }) => action.name === name)
      ?.lacks.map(({ code }: { code: string }) => code);

  const HANDED_ON = [
    {
      action: 'offer-transfer',
      purpose: 'transfer',
      body: { offeredOn: ON, to: '德州市总工会', reason: '输出地处理' },
    },
    {
      action: 'refer',
      purpose: 'referral',
      body: { purpose: 'legal-aid', to: '市法律援助中心', why: '代理仲裁', sentOn: ON },
    },
    {
      action: 'hand-to-arbitration',
      purpose: 'hand-to-arbitration',
      body: { handedOn: ON, commission: '济南市劳动人事争议仲裁委员会', documents: [] },
    },
  ] as const;
  for (const { action, purpose, body } of HANDED_ON) {
    it(`are needed for ${action}: it says that they lack, goes on the one that stands, and is refused without`, async () => {
      const refusal = { decidedOn: ON, reason: 'other-side-refuses', directedTo: '仲裁' };
      const subject = await done(act(app, city.head, await registered())('refuse', refusal));
      expect(lacksOf(subject, action)).to.deep.equal(['consent-missing']);
      for (const unsaid of [{}, { consentOn: null }]) {
        const { body: problem } = await act(
          app,
          city.head,
          subject,
        )(action, { ...body, ...unsaid }).expect(409);
        expect(problem).to.include({ code: 'consent_missing' });
      }
      const withdrawn = await done(
        record(await done(record(subject, { purpose, givenOn: ON })), { purpose, withdrawnOn: ON }),
      );
      const { body: problem } = await act(
        app,
        city.head,
        withdrawn,
      )(action, { ...body, consentOn: ON }).expect(409);
      expect(problem).to.include({ code: 'consent_missing' });
      expect(problem.errors[0].pointer).to.equal('/consentOn');
      const [worker] = await workersOf(subject);
      const asked = await done(record(withdrawn, { workerIds: [worker?.id], purpose, givenOn: ON }));
      expect(lacksOf(asked, action)).to.deep.equal([]);
      await done(act(app, city.head, asked)(action, body));
      const [named, nameless] = await workersOf(subject);
      expect(named?.consents?.filter((row) => row.purpose === purpose)).to.have.length(2);
      expect(nameless?.consents?.at(-1), 'who has no name is asked for by nobody').to.include({
        withdrawnOn: ON,
      });
    });
  }

  it('to be handed on, told with the step alone, become rows of those whom it concerns', async () => {
    const subject = await registered();
    const [, referral] = HANDED_ON;
    await done(act(app, city.clerk, subject)(referral.action, { ...referral.body, consentOn: ON }));
    const [named, nameless] = await workersOf(subject);
    expect(named?.consents?.at(-1)).to.deep.equal({
      purpose: 'referral',
      givenOn: ON,
      withdrawnOn: null,
      how: null,
    });
    expect(nameless?.consents).to.deep.equal([]);
  });

  const withdraw = (subject: ShownCase, input: object = {}) =>
    done(record(subject, { purpose: 'process', withdrawnOn: ON, ...input }));
  const acceptance = { acceptedOn: ON, applicantConsentOn: ON, respondentConsentOn: ON };
  const mediation = () => ({
    startedOn: ON,
    mediatorId: city.mediator.accountId,
    recusalCheckedOn: ON,
    rightsNoticeOn: ON,
  });

  it('to be recorded, once withdrawn, keep the mediation from going on, and the answer says with whom', async () => {
    const subject = await registered();
    const [worker] = await workersOf(subject);
    const withdrawn = await withdraw(subject);
    const { body: problem } = await act(app, city.head, withdrawn)('accept', acceptance).expect(409);
    expect(problem).to.include({ code: 'consent_withdrawn' });
    expect(problem.detail).to.include(worker?.id).and.include('终止调解').and.include('登记该项同意');
    expect(problem.detail).to.not.include(worker?.name);
    expect((await app.services.cases.find(subject.id, {}))?.version, 'nothing has changed').to.equal(
      withdrawn.version,
    );
    const agreed = await done(record(withdrawn, { purpose: 'process', givenOn: ON }));
    const accepted = await done(act(app, city.head, agreed)('accept', acceptance));
    const again = await withdraw(accepted);
    const refused = await act(app, city.head, again)('start-mediation', mediation());
    expect([refused.status, refused.body.code]).to.deep.equal([409, 'consent_withdrawn']);
  });

  it('to be recorded, once withdrawn by one, let the others go on when it was ended for that one', async () => {
    const subject = await registered();
    const [one] = await workersOf(subject);
    const withdrawn = await withdraw(subject, { workerIds: [one?.id] });
    await act(app, city.head, withdrawn)('accept', acceptance).expect(409);
    const ended = await done(
      act(
        app,
        city.head,
        withdrawn,
      )('terminate', {
        terminatedOn: ON,
        reason: 'consent-withdrawn',
        workerIds: [one?.id],
      }),
    );
    const accepted = await done(act(app, city.head, ended)('accept', acceptance));
    const started = await done(act(app, city.head, accepted)('start-mediation', mediation()));
    const over = await done(
      act(app, city.head, started)('withdraw', { withdrawnOn: ON, reason: '自行和解' }),
    );
    const reopened = await done(act(app, city.head, over)('reopen', { reopenedOn: ON, reason: '未履行' }));
    const [stays, goesOn] = await workersOf(reopened);
    expect([stays?.outcome?.kind, goesOn?.outcome]).to.deep.equal(['terminated', null]);
  });

  it('to be recorded, withdrawn by all, keep a case from being opened again, and nothing from being ended', async () => {
    const subject = await withdraw(await registered());
    const ended = await done(
      act(app, city.head, subject)('terminate', { terminatedOn: ON, reason: 'consent-withdrawn' }),
    );
    const input = { reopenedOn: ON, reason: '重新申请' };
    const { body: problem } = await act(app, city.head, ended)('reopen', input).expect(409);
    expect(problem).to.include({ code: 'consent_withdrawn' });
    await done(act(app, city.head, ended)('archive', { archivedOn: ON, files: [] }));
  });

  it('to be recorded, withdrawn, hand nothing on, even where they once agreed to that', async () => {
    const refusal = { decidedOn: ON, reason: 'other-side-refuses', directedTo: '仲裁' };
    const subject = await done(act(app, city.head, await registered())('refuse', refusal));
    for (const { action, purpose, body } of HANDED_ON) {
      const asked = await done(record(await freshOf(subject), { purpose, givenOn: ON }));
      const withdrawn = await withdraw(asked);
      const { body: problem } = await act(app, city.head, withdrawn)(action, body).expect(409);
      expect(problem, action).to.include({ code: 'consent_withdrawn' });
      await done(record(withdrawn, { purpose: 'process', givenOn: ON }));
    }
  });

  it('to be recorded, withdrawn, leave what was done before to be recorded with its day', async () => {
    const { case: registeredOnDay } = await register(app, city.clerk);
    const started = await startMediation({ app, city, registered: registeredOnDay });
    app.clock.set('2026-09-20T10:00');
    const withdrawn = await withdraw(started, { withdrawnOn: '2026-09-18' });
    const session = (heldOn: string) =>
      act(app, city.head, withdrawn)('record-session', { heldOn, record: '双方到场。' });
    for (const late of ['2026-09-18', '2026-09-19']) {
      expect((await session(late)).body, late).to.include({ code: 'consent_withdrawn' });
    }
    await session('2026-09-17').expect(200);
    app.clock.set('2026-09-16T10:00');
  });

  const freshOf = async ({ id }: ShownCase): Promise<ShownCase> =>
    (await app.http.get(`/api/v1/cases/${id}`).set('Authorization', `Bearer ${city.head.token}`).expect(200))
      .body;

  const REFUSED = [
    { body: { purpose: 'process' }, pointer: '/givenOn' },
    { body: { purpose: 'process', givenOn: ON, withdrawnOn: ON }, pointer: '/givenOn' },
    { body: { purpose: 'marketing', givenOn: ON }, pointer: '/purpose' },
    { body: { purpose: 'process', withdrawnOn: '2026-09-17' }, pointer: '/withdrawnOn' },
    {
      body: {
        purpose: 'process',
        withdrawnOn: ON,
        workerIds: ['3f0e9a52-5b0c-4a52-9c2e-0a4a2f6f1d11'],
      },
      pointer: '/workerIds/0',
    },
  ];
  for (const { body, pointer } of REFUSED) {
    it(`are not recorded from ${JSON.stringify(body)}, with a pointer to ${pointer}`, async () => {
      const answer = await record(await registered(), body);
      expect(answer.status).to.equal(422);
      expect(JSON.stringify(answer.body)).to.include(pointer);
    });
  }
});
