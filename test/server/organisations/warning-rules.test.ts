import { expect } from 'chai';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

describe('an organisation’s own numbers for early warnings', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const set = (rules: object, { by = city.admin, id = city.centreId } = {}) =>
    app.http
      .post(`/api/v1/organisations/${id}/warning-rules`)
      .set('Authorization', `Bearer ${by.token}`)
      .set('Accept-Language', 'en')
      .send(rules);

  it('are added from a day on, and take the place of those of the same day', async () => {
    const workers = { blue: 5, yellow: 30, orange: 50, red: 100 };
    await set({ fromOn: '2026-10-01', employerWindowDays: 60 }).expect(201);
    await set({ fromOn: '2026-11-01' }).expect(201);
    const { body } = await set({ fromOn: '2026-10-01', thresholds: { workers } }).expect(201);
    expect(body.warningRules.map(({ fromOn }: { fromOn: string }) => fromOn)).to.have.members([
      '2026-10-01',
      '2026-11-01',
    ]);
    const changed = body.warningRules.find(({ fromOn }: { fromOn: string }) => fromOn === '2026-10-01');
    expect(changed).to.deep.include({ employerWindowDays: 30 });
    expect(changed.thresholds).to.deep.include({
      workers,
      provinces: { blue: null, yellow: 2, orange: null, red: null },
    });
  });

  const grades = { blue: 10, yellow: 30, orange: 50, red: 100 };
  for (const [title, rules, pointer] of [
    ['a day that is past', { fromOn: '2026-09-15' }, '/fromOn'],
    [
      'a grade that begins below the one before it',
      { fromOn: '2026-10-01', thresholds: { workers: { ...grades, red: 40 } } },
      '/thresholds/workers',
    ],
    [
      'more days for a graver grade',
      { fromOn: '2026-10-01', thresholds: { 'limitation-days': { ...grades, blue: null } } },
      '/thresholds/limitation-days',
    ],
    [
      'half a person',
      { fromOn: '2026-10-01', thresholds: { workers: { ...grades, blue: 2.5 } } },
      '/thresholds/workers/blue',
    ],
    [
      'no time at all to acknowledge',
      { fromOn: '2026-10-01', acknowledgeWithinDays: { blue: 0, yellow: 1, orange: 1, red: 1 } },
      '/acknowledgeWithinDays/blue',
    ],
  ] as const) {
    it(`refuse ${title}, and say where`, async () => {
      const answer = await set(rules);
      expect(answer.status).to.equal(422);
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).to.deep.equal([pointer]);
    });
  }

  it('are shown as they hold today, with pointers to what is as the service has it, and what is to come', async () => {
    const id = city.originId;
    const get = (by = city.originHead) =>
      app.http.get(`/api/v1/organisations/${id}/warning-rules`).set('Authorization', `Bearer ${by.token}`);
    const usual = (await get().expect(200)).body;
    expect(usual.thresholds.workers).to.deep.equal({ blue: 10, yellow: 30, orange: 50, red: 100 });
    expect(usual.inherited).to.include.members(['/thresholds/workers', '/employerWindowDays']);
    const workers = { blue: 5, yellow: 30, orange: 50, red: 100 };
    await set({ fromOn: '2026-09-16', thresholds: { workers } }, { id }).expect(201);
    await set({ fromOn: '2026-12-01', employerWindowDays: 60 }, { id }).expect(201);
    const { body } = await get(city.admin).expect(200);
    expect(body.thresholds.workers).to.deep.equal(workers);
    expect(body.inherited).to.deep.equal(
      usual.inherited.filter((one: string) => one !== '/thresholds/workers'),
    );
    expect(body.toCome.map(({ fromOn }: { fromOn: string }) => fromOn)).to.deep.equal(['2026-12-01']);
    expect((await get(city.head)).status, 'the head of another organisation').to.equal(403);
  });

  it('are set by administrators alone, for an organisation that exists', async () => {
    expect((await set({ fromOn: '2026-10-01' }, { by: city.head })).status).to.equal(403);
    const nowhere = await set({ fromOn: '2026-10-01' }, { id: '00000000-0000-4000-8000-000000000000' });
    expect(nowhere.status).to.equal(404);
  });
});
