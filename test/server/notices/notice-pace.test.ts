import { expect } from 'chai';
import { noticePace } from '../../../server/notices/notice-pace.ts';

describe('the pace of sending', () => {
  it('is in whole milliseconds for every lease that can be set: Redis refuses a part of one', () => {
    for (let seconds = 3; seconds <= 900; seconds += 1) {
      const { leaseMs, jobLockMs, retryPausesMs, mailWaitMs } = noticePace(seconds * 1000);
      for (const ms of [leaseMs, jobLockMs, mailWaitMs, ...retryPausesMs]) {
        expect(Number.isInteger(ms), `${seconds} s`).to.equal(true);
      }
    }
  });

  it('leaves a mail server 20 s and tries again after half a minute where the lease is 90 s', () => {
    expect(noticePace(90_000)).to.deep.include({
      jobLockMs: 30_000,
      mailWaitMs: 20_000,
      retryPausesMs: [30_000, 60_000, 120_000, 300_000],
    });
  });
});
