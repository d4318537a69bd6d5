import { expect } from 'chai';
import { watchEmployers } from '../../../server/warnings/watch-employers.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { act, done, register } from '../../support/test-case.ts';

const CODE = '91310115MA1K4AAA0D';

describe('several cases against one employer', () => {
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

  /** A local worker's case, so that only the employer can raise a warning. */
  function against(name: string, { by = city.clerk, creditCode = CODE, day = '2026-09-16' } = {}) {
    const place = { regionCode: '370102', name: '济南市历下区' };
    return register(app, by, {
      receivedOn: day,
      consentToProcessOn: day,
      workers: [
        { name: '李明', origin: place, categories: [], claims: [{ cause: 'wages', claimedFen: 1000 }] },
      ],
      respondents: [{ kind: 'employer', name, creditCode: creditCode || null, registeredAt: place }],
    });
  }
  const warnings = () => sink.messages.filter(({ subject }) => subject?.includes('early warning'));
  const mailed = () =>
    warnings()
      .map(({ to }) => to?.[0]?.address?.split('@')[0] ?? '')
      .sort((a, b) => a.localeCompare(b));

  it('raise one blue warning, under whatever name, and a third case raises none', async () => {
    const { case: first } = await against('济南甲建筑公司');
    await worker.sweepAndSend();
    expect(mailed()).to.deep.equal([]);
    app.clock.set('2026-09-17T10:00');
    await against('济南甲建筑有限公司');
    await worker.sweepAndSend();
    expect(mailed()).to.deep.equal(['head', 'supervisor']);
    expect(warnings()[0]?.text).to.include(first.number).and.not.include('济南甲');
    app.clock.set('2026-09-18T10:00');
    await against('甲建筑（历下）');
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    expect(mailed()).to.deep.equal(['head', 'supervisor']);
  });

  it('in two unions tell each head of their own case, and the one who comes later too', async () => {
    const { case: ours } = await against('甲');
    app.clock.set('2026-09-16T10:01');
    const { case: theirs } = await against('乙', { by: city.originHead });
    await worker.sweepAndSend();
    expect(mailed()).to.deep.equal(['head', 'origin-head', 'supervisor']);
    const toOrigin = warnings().find(({ to }) => to?.[0]?.address?.startsWith('origin-head'))?.text;
    expect(toOrigin).to.include(ours.number).and.include(`同一用人单位的案件：${theirs.number}`);
    app.clock.set('2026-09-16T11:00');
    const countyId = await city.addOrganisation({
      name: '平原县总工会',
      regionCode: '371426',
      caseNumberPattern: '平工调〔{year}〕{sequence}号',
    });
    await against('丙', { by: await city.addPerson('county-head', countyId, ['head']) });
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    expect(mailed()).to.deep.equal(['county-head', 'head', 'origin-head', 'supervisor']);
  });

  it('that are registered in one moment are seen by at least one of two workers, and told once', async () => {
    const [{ case: one }, { case: other }] = await Promise.all([against('甲'), against('乙')]);
    await Promise.all([app.services.watchEmployers(), app.services.watchEmployers()]);
    for (let round = 0; round < 2; round += 1) await worker.sweepAndSend();
    expect(mailed()).to.deep.equal(['head', 'supervisor']);
    const rows = await Promise.all([one, other].map(({ id }) => app.services.deliveries.ofCase(id)));
    expect(rows.flat().filter(({ noticeKind }) => noticeKind === 'warning')).to.have.length(2);
  });

  it('are told of once when the look at them is done twice, or dies before it notes that it is done', async () => {
    await against('甲');
    await against('乙');
    const { watchedCases } = app.services;
    const dies = () => Promise.reject(new Error('killed'));
    const dying = watchEmployers({
      ...app.services,
      watchedCases: { ...watchedCases, employersChecked: dies },
    });
    for (let round = 0; round < 2; round += 1) {
      let died: unknown;
      await dying().catch((error: unknown) => {
        died = error;
      });
      expect(String(died)).to.include('could not be looked up');
    }
    await app.connection.collection('cases').updateMany({}, { $set: { employerCheckAt: app.clock.now() } });
    await worker.sweepAndSend();
    expect(mailed()).to.deep.equal(['head', 'supervisor']);
  });

  const BREAKS = [
    ['cannot be dealt with', '91310115MA1K4BBB0B', { $set: { organisationId: 'gone' } }],
    ['against the same employer cannot be read', CODE, { $unset: { workers: '' } }],
  ] as const;
  for (const [what, creditCode, damage] of BREAKS) {
    it(`are looked up though another case ${what}`, async () => {
      const { case: broken } = await against('丙', { creditCode });
      await against('甲');
      await against('乙');
      await app.connection.collection<{ _id: string }>('cases').updateOne({ _id: broken.id }, damage);
      let fault: unknown;
      await app.services.watchEmployers().catch((error: unknown) => {
        fault = error;
      });
      expect(String(fault)).to.include('1 cases could not');
      await app.services.sweepNotices();
      const rows = await app.connection.collection('deliveries').find({ noticeKind: 'warning' }).toArray();
      expect(rows).to.have.length(2);
    });
  }

  it('show when the employer with the code joins a case later', async () => {
    await against('甲');
    const { case: nameless } = await against('某劳务队', { creditCode: '' });
    await worker.sweepAndSend();
    expect(mailed()).to.deep.equal([]);
    const place = { regionCode: '370102', name: '济南市历下区' };
    const respondent = {
      kind: 'general-contractor',
      name: '甲总承包',
      creditCode: CODE,
      registeredAt: place,
    };
    await done(
      act(app, city.clerk, nameless)('add-respondent', { joinedOn: '2026-09-16', respondent, reason: null }),
    );
    await worker.sweepAndSend();
    expect(mailed()).to.deep.equal(['head', 'supervisor']);
    // Done twice, it says nothing more.
    await app.connection.collection('cases').updateMany({}, { $set: { employerCheckAt: app.clock.now() } });
    await worker.sweepAndSend();
    expect(mailed()).to.deep.equal(['head', 'supervisor']);
  });

  it('count only when open, within 30 days, and with a code', async () => {
    const { case: settled } = await against('甲');
    await done(act(app, city.clerk, settled)('withdraw', { withdrawnOn: '2026-09-16', reason: '已和解' }));
    await against('甲');
    await against('没有代码', { creditCode: '' });
    await against('没有代码', { creditCode: '' });
    app.clock.set('2026-10-17T10:00');
    await against('甲', { day: '2026-10-17' });
    await worker.sweepAndSend();
    expect(mailed()).to.deep.equal([]);
  });

  it('raise a higher grade only where the organisation has set one, from the day it holds', async () => {
    const rules = {
      fromOn: '2026-09-17',
      thresholds: { 'open-cases': { blue: 2, yellow: null, orange: 3, red: null } },
    };
    await app.http
      .post(`/api/v1/organisations/${city.centreId}/warning-rules`)
      .set('Authorization', `Bearer ${city.admin.token}`)
      .send(rules)
      .expect(201);
    app.clock.set('2026-09-17T10:00');
    for (let count = 0; count < 3; count += 1) {
      await against(`甲${count}`);
      await worker.sweepAndSend();
    }
    const grades = warnings()
      .filter(({ to }) => to?.[0]?.address?.startsWith('head'))
      .map(({ subject }) => /\((\w+)\)/.exec(subject ?? '')?.[1]);
    expect(grades).to.deep.equal(['blue', 'orange']);
  });
});
