import { expect } from 'chai';
import type { CaseDocument } from '../../../schemas/documents/case-document.ts';
import { recomputeDeadlines } from '../../../server/calendar/recompute-deadlines.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';
import { YEAR_2027 } from '../../support/year-2027.ts';

/** A year in which the day is off on which the right to arbitration (A1) of these cases would end. */
const YEAR = {
  ...YEAR_2027,
  offDays: [...YEAR_2027.offDays, '2027-09-16'].sort((a, b) => a.localeCompare(b)),
};
const CASES = 3;

describe('the computing of deadlines again', () => {
  let app: TestApp;
  let city: TestCity;
  const ids: string[] = [];

  beforeEach(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    ids.length = 0;
    for (let count = 0; count < CASES; count += 1) ids.push((await register(app, city.clerk)).case.id);
    const imported = await app.http
      .post('/api/v1/calendar/years')
      .set('Authorization', `Bearer ${city.admin.token}`)
      .send(YEAR);
    expect(imported.status, JSON.stringify(imported.body)).to.equal(201);
  });
  afterEach(() => app.stop());

  const cases = () => app.connection.collection<CaseDocument>('cases');
  const moves = async () =>
    (await cases().find().toArray()).map(({ _id, dayMoves, version }) => ({
      id: _id,
      days: dayMoves.map(({ rule, from, to }) => `${rule} ${from} ${to}`),
      version,
    }));
  const each = (ids: readonly string[], days: string[], version: number) =>
    ids.map((id) => ({ id, days, version }));
  const MOVED = ['A1 2027-09-16 2027-09-17'];

  it('changes nothing more when it is done twice', async () => {
    expect(await app.services.recomputeDeadlines()).to.equal(CASES);
    expect(await moves()).to.have.deep.members(each(ids, MOVED, 2));
    const { calendarYears } = app.services;
    const [imported] = await calendarYears.all();
    // As if it had died before it noted that it was through.
    await app.connection
      .collection<{ _id: string }>('calendarYears')
      .updateOne({ _id: imported?.id ?? '' }, { $set: { recomputedAt: null } });
    expect((await calendarYears.all())[0]?.recomputedAt).to.equal(null);
    expect(await app.services.recomputeDeadlines()).to.equal(0);
    expect(await moves()).to.have.deep.members(each(ids, MOVED, 2));
  });

  it('goes on with the other cases after it died in the middle', async () => {
    const { cases: store } = app.services;
    async function* oneCase() {
      for await (const one of store.everyCase()) {
        yield one;
        throw new Error('killed');
      }
    }
    let died: unknown;
    await recomputeDeadlines({ ...app.services, cases: { ...store, everyCase: oneCase } })().catch(
      (error: unknown) => {
        died = error;
      },
    );
    expect(String(died)).to.include('killed');
    expect((await moves()).filter(({ version }) => version === 2)).to.have.length(1);
    expect(await app.services.recomputeDeadlines()).to.equal(CASES - 1);
    expect(await moves()).to.have.deep.members(each(ids, MOVED, 2));
  });

  it('sets a case aside that cannot be dealt with, and goes on with the others', async () => {
    const [broken = '', ...others] = ids;
    await cases().updateOne({ _id: broken }, { $set: { organisationId: 'gone' } });
    expect(await app.services.recomputeDeadlines()).to.equal(CASES - 1);
    expect(await moves()).to.have.deep.members([...each([broken], [], 1), ...each(others, MOVED, 2)]);
    expect(await app.services.setAsides.count()).to.equal(1);
    expect((await app.services.calendarYears.all())[0]?.recomputedAt).to.not.equal(null);
  });
});
