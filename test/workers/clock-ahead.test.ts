import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { addDays, legalDayOf } from '../../server/domain/legal-day.ts';
import { until } from '../support/until.ts';
import { openWorkerHouse, type WorkerHouse } from '../support/worker-house.ts';

const HOUR_MS = 3_600_000;
const SHANGHAI_MS = 8 * HOUR_MS;

describe('a worker whose clock is ahead', function () {
  this.timeout(60_000);
  let house: WorkerHouse;
  before(async () => {
    house = await openWorkerHouse();
  });
  after(() => house.close());

  it('sends what is due and nothing early', async () => {
    const now = Date.now();
    // The union of origin opens at the next full hour (the one after, where that has all but struck).
    const hours = HOUR_MS - (now % HOUR_MS) > 60_000 ? 1 : 2;
    const opensAt = new Date(Math.floor(now / HOUR_MS) * HOUR_MS + hours * HOUR_MS);
    const hour = Math.floor((now + SHANGHAI_MS) / HOUR_MS) % 24;
    const untilHour = hour + hours < 24 ? 24 : hour;
    const noticeHours = { fromHour: (hour + hours) % 24, untilHour, everyDay: true };
    await house.app.connection
      .collection<{ _id: string }>('organisations')
      .updateOne({ _id: house.city.originId }, { $set: { noticeHours } });
    // Received long ago: head and supervisor are told at once, and a colleague is asked to call the worker.
    const receivedOn = addDays(legalDayOf(new Date()), -20);
    await house.register({ receivedOn, consentToProcessOn: receivedOn });
    house.startWorker({
      NODE_OPTIONS: `--import=${pathToFileURL('test/support/clock-ahead.mjs').href}`,
      TEST_CLOCK_AHEAD_MS: String(hours * HOUR_MS),
    });
    const areOthersTold = async () => {
      const others = (await house.rows()).filter(({ noticeKind }) => noticeKind !== 'origin-alert');
      return others.length > 0 && others.every(({ state }) => state === 'sent');
    };
    await until('all others are told', areOthersTold, 30_000);
    const waiting = (await house.rows()).filter(({ state }) => state !== 'sent');
    expect(waiting.map(({ noticeKind, state }) => [noticeKind, state])).to.deep.equal([
      ['origin-alert', 'due'],
    ]);
    expect(waiting[0]?.nextAttemptAt).to.deep.equal(opensAt);
    expect(house.sink.messages).to.have.length(2);
  });
});
