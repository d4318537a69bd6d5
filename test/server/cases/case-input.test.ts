import { expect } from 'chai';
import { mediatedCase } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const worker = caseRequest().workers[0];

describe('bad input to a case', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const rows: { title: string; changes: Record<string, unknown>; pointer: string }[] = [
    { title: 'a day that does not exist', changes: { receivedOn: '2026-02-30' }, pointer: '/receivedOn' },
    { title: 'a day that has not come', changes: { receivedOn: '2026-09-17' }, pointer: '/receivedOn' },
    { title: 'an operator instead of a word', changes: { channel: { $gt: '' } }, pointer: '/channel' },
    { title: 'an operator instead of a day', changes: { receivedOn: { $ne: null } }, pointer: '/receivedOn' },
    { title: 'nobody who applies', changes: { workers: [] }, pointer: '/workers' },
    {
      title: 'a sum above 2^53',
      changes: { workers: [{ ...worker, claims: [{ cause: 'wages', claimedFen: 2 ** 60 }] }] },
      pointer: '/workers/0/claims/0/claimedFen',
    },
    {
      title: 'a sum with a fraction of a fen',
      changes: { workers: [{ ...worker, claims: [{ cause: 'wages', claimedFen: 0.5 }] }] },
      pointer: '/workers/0/claims/0/claimedFen',
    },
    {
      title: 'a region code of letters',
      changes: { workplace: { regionCode: 'abcdef', name: '济南' } },
      pointer: '/workplace/regionCode',
    },
    { title: 'a lone surrogate', changes: { summary: '工资\ud800' }, pointer: '/summary' },
    { title: 'a control character', changes: { summary: '工资\u0000' }, pointer: '/summary' },
    { title: 'text that is only spaces', changes: { summary: '   ' }, pointer: '/summary' },
  ];
  for (const { title, changes, pointer } of rows) {
    it(`refuses ${title} and points at it`, async () => {
      const answer = await app.http
        .post('/api/v1/cases')
        .set('Authorization', `Bearer ${city.clerk.token}`)
        .send(caseRequest(changes));
      expect(answer.status, JSON.stringify(answer.body)).to.equal(422);
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).to.include(pointer);
    });
  }

  it('refuses a field that it does not know', async () => {
    const answer = await app.http
      .post('/api/v1/cases')
      .set('Authorization', `Bearer ${city.clerk.token}`)
      .send(caseRequest({ crossRegion: true }));
    expect(answer.status).to.equal(422);
    expect(answer.body.errors[0].pointer).to.equal('/crossRegion');
  });

  it('answers in Chinese or English, as asked', async () => {
    const ask = (language: string) =>
      app.http
        .post('/api/v1/cases')
        .set('Authorization', `Bearer ${city.clerk.token}`)
        .set('Accept-Language', language)
        .send({});
    const [zh, en] = await Promise.all([ask('zh-CN'), ask('en-GB')]);
    expect(zh.body.detail).to.match(/[一-龥]/);
    expect(en.body.detail).to.not.match(/[一-龥]/);
    expect(zh.body.errors[0].detail).to.match(/[一-龥]/);
    expect(en.body.errors[0].detail).to.not.match(/[一-龥]/);
  });

  it('answers a broken or a huge body with what to do', async () => {
    const send = (body: string) =>
      app.http
        .post('/api/v1/cases')
        .set('Authorization', `Bearer ${city.clerk.token}`)
        .type('application/json')
        .send(body);
    expect((await send('{"channel":')).body).to.include({ status: 400, code: 'malformed_body' });
    expect((await send(`{"a":"${'x'.repeat(1_100_000)}"}`)).body).to.include({
      status: 413,
      code: 'body_too_large',
    });
  });

  it('says what a body must be when it is none', async () => {
    const answer = await app.http
      .post('/api/v1/cases')
      .set('Authorization', `Bearer ${city.clerk.token}`)
      .type('form')
      .send('channel=counter');
    expect(answer.body).to.include({ status: 415, code: 'media_type_unsupported' });
  });

  it('needs the whole day on which a case of one’s own was applied for; that of one taken over may be open', async () => {
    const ask = (changes: object) =>
      app.http
        .post('/api/v1/cases')
        .set('Authorization', `Bearer ${city.clerk.token}`)
        .send(caseRequest({ rightKnownOn: null, ...changes }));
    for (const receivedOn of ['2026', '2026-09']) {
      const refused = await ask({ receivedOn }).expect(422);
      expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).to.deep.equal([
        '/receivedOn',
      ]);
      await ask({ receivedOn, origin: { title: '劳动报酬纠纷' } }).expect(201);
    }
  });

  it('takes no more workers than a case may hold, one by one or as a list', async () => {
    const [worker] = caseRequest().workers;
    const some = (count: number) => Array.from({ length: count }, () => ({ ...worker, phone: null }));
    const { case: half } = await register(app, city.clerk, { workers: some(1000) });
    const joins = (count: number, to = half) =>
      act(app, city.clerk, to)('add-workers', { joinedOn: '2026-09-16', workers: some(count) });
    const full = await done(joins(999));
    const refused = await joins(2, full);
    expect(refused.body).to.include({ status: 422, code: 'case_full' });
    expect(refused.body.errors[0].pointer).to.equal('/workers');
    await joins(1, full).expect(200);
  });

  it('refuses days that cannot follow each other, and points at the later one', async () => {
    app.clock.set('2026-09-20T10:00');
    const { case: registered } = await register(app, city.clerk);
    const consents = { applicantConsentOn: '2026-09-16', respondentConsentOn: '2026-09-18' };
    const early = await act(app, city.head, registered)('accept', { ...consents, acceptedOn: '2026-09-17' });
    expect(early.body).to.include({ status: 422, code: 'days_out_of_order' });
    expect(early.body.errors[0].pointer).to.equal('/acceptedOn');
    const accepted = await done(
      act(app, city.head, registered)('accept', { ...consents, acceptedOn: '2026-09-18' }),
    );
    const beforeAcceptance = await act(
      app,
      city.head,
      accepted,
    )('start-mediation', {
      startedOn: '2026-09-17',
      mediatorId: city.mediator.accountId,
      recusalCheckedOn: '2026-09-17',
      rightsNoticeOn: '2026-09-17',
    });
    expect(beforeAcceptance.body.errors[0].pointer).to.equal('/startedOn');
    app.clock.set('2026-09-16T10:00');
  });

  it('says of a field that is missing that it is missing', async () => {
    const answer = await app.http
      .post('/api/v1/cases')
      .set('Authorization', `Bearer ${city.clerk.token}`)
      .set('Accept-Language', 'zh')
      .send({});
    const summary = answer.body.errors.find(({ pointer }: { pointer: string }) => pointer === '/summary');
    expect(summary.detail).to.equal('缺少这一项，请补上');
  });

  it('changes nothing when it refuses', async () => {
    const { case: registered } = await register(app, city.clerk);
    const list = () =>
      app.http.get('/api/v1/cases?limit=200').set('Authorization', `Bearer ${city.clerk.token}`);
    const before = (await list()).body.cases;
    await app.http
      .post(`/api/v1/cases/${registered.id}/actions/accept`)
      .set('Authorization', `Bearer ${city.head.token}`)
      .set('If-Match', '"1"')
      .send({ acceptedOn: '2026-09-15', applicantConsentOn: '2026-09-16', respondentConsentOn: '2026-09-16' })
      .expect(422);
    expect((await list()).body.cases).to.deep.equal(before);
  });

  it('refuses mediation that goes on before it stood still, and a pause before it went on', async () => {
    app.clock.set('2026-09-30T10:00');
    let subject = await mediatedCase(app, city);
    const step = (name: 'pause-mediation' | 'resume-mediation', body: object) =>
      act(app, city.head, subject)(name, body);
    const pause = (pausedOn: string) =>
      step('pause-mediation', { pausedOn, reason: '双方核对考勤', agreedByBoth: true });
    subject = await done(pause('2026-09-22'));
    const early = await step('resume-mediation', { resumedOn: '2026-09-21' });
    expect(early.body).to.include({ status: 422, code: 'days_out_of_order' });
    expect(early.body.errors[0].pointer).to.equal('/resumedOn');
    subject = await done(step('resume-mediation', { resumedOn: '2026-09-24' }));
    const again = await pause('2026-09-23');
    expect(again.body.errors[0].pointer).to.equal('/pausedOn');
    await pause('2026-09-24').expect(200);
  });
});
