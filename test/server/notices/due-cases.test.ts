import { expect } from 'chai';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

describe('the cases that a sweep takes', () => {
  let app: TestApp;
  let city: TestCity;

  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  it('are those that have waited longest, the oldest first, each read as it stands', async () => {
    const cases = app.connection.collection<{ _id: string }>('cases');
    const numbers = new Map<string, string>();
    const ids: string[] = [];
    // The order of registration is not that of waiting; the last one is not due yet.
    for (const minutes of [30, 5000, 2, 300, -10]) {
      const { id, number } = (await register(app, city.clerk)).case;
      await cases.updateOne({ _id: id }, { $set: { nextNoticeAt: minutesAgo(minutes) } });
      numbers.set(id, number);
      ids.push(id);
    }
    const taken = await app.services.cases.withNoticesDue(NOW, 3);
    expect(taken.map(({ id, nextNoticeAt }) => [id, nextNoticeAt])).to.deep.equal([
      [ids[1], minutesAgo(5000)],
      [ids[3], minutesAgo(300)],
      [ids[0], minutesAgo(30)],
    ]);
    for (const one of taken) expect(one.read()).to.include({ id: one.id, number: numbers.get(one.id) });
  });
});
