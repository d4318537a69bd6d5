import { expect } from 'chai';
import { mediatedCase } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

describe('the life of a case', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());
  beforeEach(() => app.clock.set('2026-09-16T10:00'));

  const dueOn = (subject: { deadlines: { rule: string; dueOn: string | null }[] }, rule: string) =>
    subject.deadlines.find((deadline) => deadline.rule === rule)?.dueOn;

  it('is registered with a number, a code for the worker, three regions and the first deadlines', async () => {
    const { case: registered, receipt } = await register(app, city.clerk);
    expect(registered.state).to.equal('registered');
    expect(registered.crossRegion).to.equal(true);
    expect(receipt.number).to.match(/^历工调〔2026〕\d+号$/);
    expect(receipt.code).to.match(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    // 3 working days: 09-17, 09-18 and Sunday 09-20, which is worked; 15 days end on National Day and roll to 10-08 (Civil Code 203).
    expect(dueOn(registered, 'M1')).to.equal('2026-09-20');
    expect(dueOn(registered, 'M2')).to.equal('2026-10-08');
    expect(registered.openActions).to.include.members(['ask-respondent', 'accept', 'withdraw']);
    expect(registered.openActions).to.not.include.members(['refuse', 'start-mediation', 'agree']);
  });

  it('is accepted, mediated, fails and is handed to arbitration, each step by a request', async () => {
    const { case: registered } = await register(app, city.clerk);
    app.clock.set('2026-09-18T10:00');
    const accepted = await done(
      act(
        app,
        city.head,
        registered,
      )('accept', {
        acceptedOn: '2026-09-18',
        applicantConsentOn: '2026-09-16',
        respondentConsentOn: '2026-09-18',
      }),
    );
    expect(accepted.state).to.equal('accepted');
    expect(dueOn(accepted, 'M3')).to.equal('2026-10-08');
    const mediated = await done(
      act(
        app,
        city.head,
        accepted,
      )('start-mediation', {
        startedOn: '2026-09-18',
        mediatorId: city.mediator.accountId,
        recusalCheckedOn: '2026-09-18',
        rightsNoticeOn: '2026-09-18',
      }),
    );
    app.clock.set('2026-10-08T10:00');
    const met = await done(
      act(app, city.mediator, mediated)('record-session', { heldOn: '2026-09-22', record: '双方各自陈述。' }),
    );
    const failed = await done(
      act(
        app,
        city.mediator,
        met,
      )('fail', {
        failedOn: '2026-10-08',
        reason: 'no-agreement',
        adviceGivenOn: '2026-10-08',
      }),
    );
    expect(failed.state).to.equal('failed');
    const handed = await done(
      act(
        app,
        city.mediator,
        failed,
      )('hand-to-arbitration', {
        handedOn: '2026-10-08',
        commission: '济南市历下区劳动人事争议仲裁委员会',
        consentOn: '2026-10-08',
        documents: ['申请书', '工资条'],
      }),
    );
    expect(handed.state).to.equal('handed-to-arbitration');
    expect(handed.timeline.map(({ kind }) => kind)).to.deep.equal([
      'registered',
      'accepted',
      'mediation-started',
      'session-held',
      'failed',
      'handed-to-arbitration',
    ]);
    // 5 working days from 10-08; Saturday 10-10 is worked (LDMAA 29).
    expect(dueOn(handed, 'A3')).to.equal('2026-10-14');
  });

  it('is agreed, and performed when the worker confirmed the last instalment', async () => {
    const { case: registered } = await register(app, city.clerk);
    const accepted = await done(
      act(
        app,
        city.head,
        registered,
      )('accept', {
        acceptedOn: '2026-09-16',
        applicantConsentOn: '2026-09-16',
        respondentConsentOn: '2026-09-16',
      }),
    );
    const mediated = await done(
      act(
        app,
        city.head,
        accepted,
      )('start-mediation', {
        startedOn: '2026-09-16',
        mediatorId: city.mediator.accountId,
        recusalCheckedOn: '2026-09-16',
        rightsNoticeOn: '2026-09-16',
      }),
    );
    app.clock.set('2026-09-22T10:00');
    const agreed = await done(
      act(
        app,
        city.mediator,
        mediated,
      )('agree', {
        terms: '分两期支付工资。',
        workerSignedOn: '2026-09-20',
        respondentSignedOn: '2026-09-21',
        mediatorSignedOn: '2026-09-21',
        sealedOn: '2026-09-22',
        instalments: [
          { dueOn: '2026-10-31', amountFen: 650_000 },
          { dueOn: '2026-11-30', amountFen: 600_000 },
        ],
      }),
    );
    // In force when the seal, the last of the four, was on it (LDMAA 14): 30 days to ask the court (PML 33).
    expect(dueOn(agreed, 'M6')).to.equal('2026-10-22');
    app.clock.set('2026-12-01T10:00');
    const [first, second] = agreed.agreements[0]?.instalments ?? [];
    const halfPaid = await done(
      act(
        app,
        city.mediator,
        agreed,
      )('record-payment', {
        instalmentId: first?.id,
        paidOn: '2026-10-30',
        workerConfirmedOn: '2026-10-30',
      }),
    );
    expect(halfPaid.state).to.equal('agreed');
    const performed = await done(
      act(
        app,
        city.mediator,
        halfPaid,
      )('record-payment', {
        instalmentId: second?.id,
        paidOn: '2026-11-30',
        workerConfirmedOn: '2026-12-01',
      }),
    );
    expect(performed.state).to.equal('performed');
  });

  it('comes out as it went in', async () => {
    const { case: registered } = await register(app, city.clerk);
    const [given] = caseRequest().respondents;
    const [{ id, ...respondent } = { id: '' }] = registered.respondents;
    expect(id).to.not.equal('');
    const { registeredAt, ...rest } = given ?? {};
    expect(respondent).to.deep.include({ ...rest, creditCode: null, description: null, changes: [] });
    // The levels of a place are filled in from its code.
    expect(respondent).to.have.property('registeredAt').that.includes(registeredAt);
    expect(registered.workplace).to.deep.equal({
      ...caseRequest().workplace,
      province: '山东省',
      city: '济南市',
      county: '历下区',
    });
  });

  it('has the codes of places told later by their names, as those told at its registration', async () => {
    const { case: registered } = await register(app, city.clerk);
    const origin = { province: '四川省', city: '广元市', county: '剑阁县' };
    const joined = await done(
      act(
        app,
        city.clerk,
        registered,
      )('add-workers', { joinedOn: '2026-09-16', workers: [{ name: '李四', origin }] }),
    );
    const answering = await done(
      act(
        app,
        city.clerk,
        joined,
      )('add-respondent', {
        joinedOn: '2026-09-16',
        respondent: {
          kind: 'client',
          name: '某置业有限公司',
          registeredAt: { regionCode: '370102', name: '历下区' },
        },
      }),
    );
    const { workers, respondents } = (await app.services.cases.find(answering.id, {})) ?? {};
    expect(workers?.at(-1)?.origin).to.include({ ...origin, regionCode: '510823' });
    expect(respondents?.at(-1)?.registeredAt).to.include({ city: '济南市', county: '历下区' });
  });

  it('says why an action is not open, and what is', async () => {
    const { case: registered } = await register(app, city.clerk);
    const answer = await act(
      app,
      city.mediator,
      registered,
    )('fail', {
      failedOn: '2026-09-16',
      reason: 'no-agreement',
      adviceGivenOn: '2026-09-16',
    }).set('Accept-Language', 'en');
    expect(answer.status).to.equal(409);
    expect(answer.type).to.equal('application/problem+json');
    expect(answer.body).to.include({ code: 'action_not_open' });
    expect(answer.body.detail).to.include('Open now: ask-respondent, ');
  });

  it('refuses an action on a version that is no longer the newest, and one that names none', async () => {
    const { case: registered } = await register(app, city.clerk);
    const input = {
      acceptedOn: '2026-09-16',
      applicantConsentOn: '2026-09-16',
      respondentConsentOn: '2026-09-16',
    };
    await act(app, city.head, { ...registered, version: 7 })('accept', input).expect(412);
    await act(app, city.head, registered)('accept', input).unset('If-Match').expect(428);
  });

  it('keeps every one of 50 writes that race for one case, each once', async function () {
    this.timeout(120_000);
    const mediated = await mediatedCase(app, city);
    const writers = Array.from({ length: 50 }, (_, number) => `第${number}次`);
    /** The version to try next; null where the record was taken. */
    async function lostTo(record: string, seen: number): Promise<number | null> {
      const input = { heldOn: '2026-09-16', record };
      const answer = await act(app, city.mediator, { ...mediated, version: seen })('record-session', input);
      if (answer.status === 200) return null;
      expect(answer.status, answer.text).to.equal(412);
      const newest = Number(answer.get('ETag')?.slice(1, -1));
      expect(newest).to.be.above(seen);
      return newest;
    }
    const first = await Promise.all(
      writers.map(async (record) => ({ record, seen: await lostTo(record, mediated.version) })),
    );
    const losers = first.filter(({ seen }) => seen !== null);
    expect(losers).to.have.length(writers.length - 1);
    const waiting = losers.values();
    const fewAtOnce = Array.from({ length: 5 }, async () => {
      for (let { record, seen } of waiting) while (seen !== null) seen = await lostTo(record, seen);
    });
    await Promise.all(fewAtOnce);
    const end = await app.http
      .get(`/api/v1/cases/${mediated.id}`)
      .set('Authorization', `Bearer ${city.mediator.token}`);
    const notes = end.body.timeline.flatMap((fact: { kind: string; note: string }) =>
      fact.kind === 'session-held' ? fact.note : [],
    );
    expect(notes).to.have.members(writers);
    expect(end.body.version).to.equal(mediated.version + writers.length);
  });

  it('gives 30 cases registered at once 30 numbers without a gap', async () => {
    const registered = await Promise.all(Array.from({ length: 30 }, () => register(app, city.clerk)));
    const sequences = registered
      .map(({ receipt }) => Number(/〕(\d+)号/.exec(receipt.number)?.[1]))
      .sort((a, b) => a - b);
    const first = sequences[0] ?? 0;
    expect(sequences).to.deep.equal(Array.from({ length: 30 }, (_, index) => first + index));
  });
});
