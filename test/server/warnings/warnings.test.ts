import { expect } from 'chai';
import { legalDayOf } from '../../../server/domain/legal-day.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { act, done, register, type ShownCase } from '../../support/test-case.ts';
import { type TestPerson } from '../../support/test-city.ts';

const NOTE = '王建国之妻来电 13800001234，称其夫情绪激动';

describe('early warnings', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  let sink: MailHouse['sink'];
  let worker: MailHouse['worker'];
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city, sink, worker } = house);
  });
  afterEach(() => house.close());

  const mailsTo = (username: string) =>
    sink.messages.filter(({ to }) => to?.some(({ address }) => address === `${username}@union.example`));
  const warningsTo = (username: string) =>
    mailsTo(username).flatMap(
      ({ subject }) => /early warning \((\w+)\)( not)?/.exec(subject ?? '')?.slice(1, 3) ?? [],
    );

  function migrants(count: number) {
    return Array.from({ length: count }, (_, index) => ({
      name: `王建国${index}`,
      phone: '13800001234',
      origin: { regionCode: '371402', name: '德州市德城区' },
      categories: ['migrant'],
      claims: [{ cause: 'wages', claimedFen: 12_345 }],
    }));
  }
  const recordRisk = async (subject: ShownCase, kind: string, by = city.mediator) => {
    const knownOn = legalDayOf(app.clock.now());
    const seen = await app.http.get(`/api/v1/cases/${subject.id}`).set('Authorization', `Bearer ${by.token}`);
    return done(act(app, by, seen.body)('record-risk', { kind, knownOn, note: NOTE }));
  };
  const list = (by: TestPerson, query = '') =>
    app.http.get(`/api/v1/warnings${query}`).set('Authorization', `Bearer ${by.token}`);
  const acknowledge = (by: TestPerson, subject: { caseId: string; version: number }, grade: string) =>
    app.http
      .post(`/api/v1/warnings/${subject.caseId}/acknowledgement`)
      .set('Authorization', `Bearer ${by.token}`)
      .set('If-Match', `"${subject.version}"`)
      .send({ grade });

  it('go to head, supervisor and the union of origin, once, in place of the origin alert, naming nobody', async () => {
    await register(app, city.clerk, { workers: migrants(30) });
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    expect(['head', 'supervisor', 'origin-head'].map((name) => mailsTo(name).length)).to.deep.equal([
      1, 1, 1,
    ]);
    expect(sink.messages).to.have.length(3);
    for (const { subject, text } of sink.messages) {
      expect(subject).to.match(/^和议预警（黄色）：请查看 \/ Heyi early warning \(yellow\): please look$/);
      expect(`${subject}${text}`).to.not.match(/王建国|1380000|123\.45|3,?703|建筑劳务/);
    }
    expect(mailsTo('origin-head')[0]?.text).to.include('德州市德城区').and.include('涉及职工30人以上');
  });

  it('grow from blue to red in four mails to each, and none is repeated', async () => {
    const { case: subject } = await register(app, city.clerk, {
      workers: migrants(10),
      rightKnownOn: '2026-09-01',
    });
    await worker.sweepAndSend();
    // A1 starts again with the application (O17 31) and ends on 2027-09-16; 30 days before is Tuesday 08-17.
    app.clock.set('2027-08-17T09:00');
    await worker.sweepAndSend();
    await recordRisk(subject, 'petition-or-stoppage-planned');
    await worker.sweepAndSend();
    await recordRisk(subject, 'employer-may-flee');
    await worker.sweepAndSend();
    app.clock.set('2027-08-17T10:00');
    await recordRisk(subject, 'employer-fled');
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    const grades = ['blue', undefined, 'yellow', undefined, 'orange', undefined, 'red', undefined];
    expect(warningsTo('head')).to.deep.equal(grades);
    expect(warningsTo('origin-head')).to.deep.equal(grades);
  });

  it('come when workers join, and leave the head as long as any other to take note of them', async () => {
    const { case: subject } = await register(app, city.clerk, { workers: migrants(8) });
    await worker.sweepAndSend();
    app.clock.set('2026-10-09T10:00');
    const joining = { joinedOn: '2026-09-17', workers: migrants(27) };
    await done(act(app, city.clerk, subject)('add-workers', joining));
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    expect(warningsTo('head')).to.deep.equal(['yellow', undefined]);
    expect(warningsTo('supervisor')).to.deep.equal(['yellow', undefined]);
    // Three working days, of which Saturday 10-10 is one.
    app.clock.set('2026-10-13T10:00');
    await worker.sweepAndSend();
    expect(warningsTo('supervisor').slice(2)).to.deep.equal(['yellow', ' not']);
  });

  it('come at once, red, when a respondent has fled', async () => {
    app.clock.set('2026-09-16T22:00');
    const { case: subject } = await register(app, city.clerk);
    const [respondent] = subject.respondents;
    const change = { respondentId: respondent?.id, kind: 'fled', on: '2026-09-16' };
    await done(act(app, city.clerk, subject)('change-respondent', change));
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    expect(warningsTo('head')).to.deep.equal(['red', undefined]);
    expect(mailsTo('head')[0]?.text).to.include('用人单位已逃匿');
  });

  it('that are red go out at night and hold nothing of what was written down; lower ones wait', async () => {
    app.clock.set('2026-09-16T22:00');
    const { case: subject } = await register(app, city.clerk, { workers: migrants(1) });
    await worker.sweepAndSend();
    await recordRisk(subject, 'petition-or-stoppage-planned', city.clerk);
    await worker.sweepAndSend();
    expect(sink.messages).to.have.length(0);
    await recordRisk(subject, 'self-harm-threatened', city.clerk);
    await worker.sweepAndSend();
    expect(sink.messages).to.have.length(3);
    const text = (name: string) => mailsTo(name)[0]?.text;
    expect(text('head')).to.include('有自伤自残风险');
    expect(text('origin-head')).to.include('存在人身安全风险').and.not.include('自残');
    for (const mail of sink.messages)
      expect(`${mail.subject}${mail.text}`).to.not.match(/王建国|1380000|情绪/);
    // What the red one overtook is not sent in the morning, nor is the origin alert.
    app.clock.set('2026-09-17T09:00');
    await worker.sweepAndSend();
    expect(sink.messages).to.have.length(3);
    const deliveries = await app.services.deliveries.ofCase(subject.id);
    expect(
      deliveries.filter(({ state }) => state === 'skipped').map(({ noticeKey }) => noticeKey),
    ).to.have.members(['origin-alert/371402', 'warning/orange', 'warning/orange', 'warning/orange']);
  });

  it('are not sent for a case that ended before their hour', async () => {
    app.clock.set('2026-09-16T20:00');
    const { case: subject } = await register(app, city.clerk, { workers: migrants(30) });
    await worker.sweepAndSend();
    await done(act(app, city.clerk, subject)('withdraw', { withdrawnOn: '2026-09-16', reason: '已和解' }));
    app.clock.set('2026-09-17T09:00');
    await worker.sweepAndSend();
    expect(sink.messages).to.have.length(0);
    expect((await list(city.head)).body.warnings).to.deep.equal([]);
  });

  it('escalate to the supervisor when nobody acknowledges, once', async () => {
    await register(app, city.clerk, { workers: migrants(50) });
    await worker.sweepAndSend();
    app.clock.set('2026-09-17T09:59');
    await worker.sweepAndSend();
    expect(warningsTo('supervisor')).to.deep.equal(['orange', undefined]);
    app.clock.set('2026-09-17T10:00');
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    expect(warningsTo('supervisor')).to.deep.equal(['orange', undefined, 'orange', ' not']);
    expect(warningsTo('head')).to.deep.equal(['orange', undefined]);
    const [, escalation] = mailsTo('supervisor');
    expect(`${escalation?.subject}${escalation?.text}`)
      .to.include('2026-09-16')
      .and.not.match(/王建国|1380000/);
  });

  it('escalate step by step: to the union above, then to the one at the root', async () => {
    const townId = await city.addOrganisation({
      name: '解放路街道总工会',
      parentId: city.centreId,
      regionCode: '370102',
      caseNumberPattern: '解工调〔{year}〕{sequence}号',
    });
    await city.addPerson('district-supervisor', city.centreId, ['supervisor']);
    await register(app, await city.addPerson('town-head', townId, ['head']), { workers: migrants(50) });
    for (const day of ['2026-09-16', '2026-09-17', '2026-09-18']) {
      app.clock.set(`${day}T10:00`);
      await worker.sweepAndSend();
    }
    expect(warningsTo('town-head')).to.deep.equal(['orange', undefined]);
    expect(warningsTo('district-supervisor')).to.deep.equal(['orange', undefined, 'orange', ' not']);
    expect(warningsTo('supervisor')).to.deep.equal(['orange', ' not']);
  });

  for (const who of ['head', 'supervisor'] as const) {
    it(`are acknowledged by the ${who}, and then do not escalate`, async () => {
      await register(app, city.clerk, { workers: migrants(50) });
      await worker.sweepAndSend();
      const [shown] = (await list(city[who])).body.warnings;
      const answer = await acknowledge(city[who], shown, 'orange');
      expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
      expect(answer.body.acknowledgements).to.deep.equal([
        { grade: 'orange', at: app.clock.now().toISOString(), by: who },
      ]);
      app.clock.set('2026-09-18T10:00');
      await worker.sweepAndSend();
      expect(warningsTo('supervisor')).to.deep.equal(['orange', undefined]);
      const again = await acknowledge(city[who], answer.body, 'orange');
      expect([again.status, again.body.code]).to.deep.equal([409, 'warning_acknowledged']);
    });
  }

  it('can be acknowledged only as what they are now, on the version that was seen', async () => {
    const { case: subject } = await register(app, city.clerk, { workers: migrants(10) });
    const [seen] = (await list(city.head)).body.warnings;
    await recordRisk(subject, 'death-at-work');
    expect((await acknowledge(city.head, seen, 'blue')).status).to.equal(412);
    const [current] = (await list(city.head)).body.warnings;
    const blue = await acknowledge(city.head, current, 'blue').set('Accept-Language', 'en');
    expect([blue.status, blue.body.code]).to.deep.equal([409, 'warning_not_raised']);
    expect(blue.body.detail).to.include('now it is: red');
    expect((await acknowledge(city.head, current, 'red')).status).to.equal(200);
  });

  it('show a supervisor the warning and nothing else of the case, and others nothing', async () => {
    const { case: subject } = await register(app, city.clerk, { workers: migrants(30) });
    await recordRisk(subject, 'violence-threatened');
    const answer = await list(city.supervisor);
    expect(answer.status).to.equal(200);
    const [shown] = answer.body.warnings;
    expect(shown).to.include({ caseId: subject.id, number: subject.number, state: 'registered' });
    expect(shown.warning.reasons.map(({ code }: { code: string }) => code)).to.deep.equal([
      'violence-threatened',
      'workers',
    ]);
    expect(answer.text).to.not.match(/王建国|1380000|德州|建筑劳务|工资|情绪/);
    await app.http
      .get(`/api/v1/cases/${subject.id}`)
      .set('Authorization', `Bearer ${city.supervisor.token}`)
      .expect(404);
    const risk = { kind: 'death-at-work', knownOn: '2026-09-16' };
    expect((await act(app, city.supervisor, shown)('record-risk', risk)).status).to.equal(404);
    for (const person of [city.mediator, city.clerk, city.originHead, city.admin]) {
      expect((await list(person)).body.warnings).to.deep.equal([]);
      const refused = await acknowledge(person, shown, 'red');
      expect(refused.status).to.equal(404);
    }
  });

  it('are listed page by page, the latest first, and by grade', async () => {
    for (const count of [10, 50, 11, 12]) await register(app, city.clerk, { workers: migrants(count) });
    app.clock.set('2026-12-20T10:00');
    await register(app, city.clerk, {
      workers: migrants(13),
      receivedOn: '2026-12-20',
      consentToProcessOn: '2026-12-20',
    });
    const numbers: string[] = [];
    let query = '?limit=2';
    for (let pages = 0; pages < 5; pages += 1) {
      const { body } = await list(city.supervisor, query);
      numbers.push(...body.warnings.map(({ number }: { number: string }) => number));
      if (body.nextCursor === null) break;
      query = `?limit=2&cursor=${body.nextCursor}`;
    }
    expect(numbers).to.have.length(5);
    expect(new Set(numbers).size).to.equal(5);
    expect(numbers[0]).to.match(/5号$/);
    const orange = await list(city.head, '?grade=orange');
    expect(orange.body.warnings).to.have.length(1);
    expect((await list(city.head, '?cursor=yesterday')).status).to.equal(422);
  });

  it('are in the case for those who may read it, with what they may do', async () => {
    const { case: subject } = await register(app, city.head, { workers: migrants(10) });
    const shown = async () =>
      (await app.http.get(`/api/v1/cases/${subject.id}`).set('Authorization', `Bearer ${city.head.token}`))
        .body;
    const before = await shown();
    expect(before.warning).to.include({ grade: 'blue' });
    expect(before.openActions).to.include('acknowledge-warning').and.include('record-risk');
    const after = await done(act(app, city.head, before)('acknowledge-warning', { grade: 'blue' }));
    expect(after.openActions).to.not.include('acknowledge-warning');
    expect(after.timeline.map(({ kind }) => kind)).to.deep.equal(['registered', 'warning-acknowledged']);
  });
});
