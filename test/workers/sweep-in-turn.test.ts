import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { sweepInTurn } from '../../workers/sweep-in-turn.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

describe('the turn to sweep', () => {
  let app: TestApp;
  const goesOn = new AbortController().signal;
  beforeEach(async () => {
    app = await startTestApp();
  });
  afterEach(() => app.stop());

  /** A worker's sweep that counts its slices, of which so many are full. */
  function worker({ full = 0, slice = async () => {} } = {}) {
    const done = { slices: 0, notified: 0 };
    const sweep = sweepInTurn({
      workerId: randomUUID(),
      turns: app.services.turns,
      now: app.clock.now,
      everyMs: 2000,
      onSlice: () => {
        done.notified += 1;
      },
      sweepNotices: async () => {
        done.slices += 1;
        await slice();
        return { cases: 500, isLast: done.slices > full, held: 0, setAside: [] };
      },
    });
    return { done, sweep: (signal = goesOn) => sweep(signal) };
  }

  it('is one worker’s at a time', async () => {
    let inside = 0;
    let most = 0;
    const slice = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await app.services.organisations.everyOne();
      inside -= 1;
    };
    const workers = Array.from({ length: 4 }, () => worker({ full: 5, slice }));
    await Promise.all(workers.map(({ sweep }) => sweep()));
    expect(most).to.equal(1);
    expect(workers.reduce((sum, { done }) => sum + done.slices, 0)).to.be.at.least(6);
  });

  it('comes round once in the pause, however many workers there are', async () => {
    const workers = Array.from({ length: 4 }, () => worker());
    const slices = () => workers.reduce((sum, { done }) => sum + done.slices, 0);
    for (const { sweep } of workers) await sweep();
    expect(slices()).to.equal(1);
    app.clock.set('2026-09-16T10:00:02+08:00');
    for (const { sweep } of workers) await sweep();
    expect(slices()).to.equal(2);
  });

  it('goes on without a pause, and tells of each slice, while there is more', async () => {
    const { done, sweep } = worker({ full: 7 });
    await sweep();
    expect(done).to.deep.equal({ slices: 8, notified: 8 });
  });

  it('ends after the slice under way when the worker is told to stop, and is free at once', async () => {
    const stopping = new AbortController();
    const first = worker({ full: 1000, slice: async () => stopping.abort() });
    await first.sweep(stopping.signal);
    expect(first.done.slices).to.equal(1);
    const second = worker();
    await second.sweep();
    expect(second.done.slices).to.equal(1);
  });

  it('of a worker that died is taken by another after ten seconds', async () => {
    const { now } = app.clock;
    const dead = { work: 'sweep', holder: 'dead' };
    await app.services.turns.take(dead, { now: now(), until: new Date(now().getTime() + 10_000) });
    const { done, sweep } = worker();
    await sweep();
    expect(done.slices).to.equal(0);
    app.clock.set('2026-09-16T10:00:10+08:00');
    await sweep();
    expect(done.slices).to.equal(1);
  });

  it('is passed on when the sweep fails', async () => {
    const failing = worker({ slice: () => Promise.reject(new Error('no database')) });
    let failure: unknown;
    await failing.sweep().catch((error: unknown) => {
      failure = error;
    });
    expect(String(failure)).to.include('no database');
    app.clock.set('2026-09-16T10:00:02+08:00');
    const next = worker();
    await next.sweep();
    expect(next.done.slices).to.equal(1);
  });
});
