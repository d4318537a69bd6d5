import { expect } from 'chai';
import { databaseClock } from '../../../server/database/database-clock.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const HOUR_MS = 3_600_000;

describe('the clock of all processes', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.stop());

  for (const [title, wrongMs] of [
    ['an hour ahead', HOUR_MS],
    ['a day behind', -24 * HOUR_MS],
    ['right', 0],
  ] as const) {
    it(`tells the database’s time in a process whose own clock is ${title}`, async () => {
      const clock = await databaseClock(app.connection, () => Date.now() + wrongMs);
      expect(Math.abs(clock.now().getTime() - Date.now())).to.be.below(2000);
    });
  }

  it('follows when its own clock is set while it runs', async () => {
    let wrongMs = 0;
    const clock = await databaseClock(app.connection, () => Date.now() + wrongMs);
    wrongMs = HOUR_MS;
    await clock.adjust();
    expect(Math.abs(clock.now().getTime() - Date.now())).to.be.below(2000);
  });
});
