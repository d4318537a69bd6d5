import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { until } from '../support/until.ts';
import { openWorkerHouse, type WorkerHouse } from '../support/worker-house.ts';
import type { WorkerProcess } from '../support/worker-process.ts';

describe('a worker that is killed when the mail server has its message', function () {
  this.timeout(60_000);
  let house: WorkerHouse;
  beforeEach(async () => {
    house = await openWorkerHouse();
  });
  afterEach(() => house.close());

  const MOMENTS: [title: string, strike: (child: WorkerProcess['child']) => void][] = [
    ['before the server says so', (child) => child.kill('SIGKILL')],
    [
      'after the server said so, before it is marked',
      (child) => {
        // Stopped, it can't read the answer that comes now.
        child.kill('SIGSTOP');
        void sleep(200).then(() => child.kill('SIGKILL'));
      },
    ],
  ];

  for (const [title, strike] of MOMENTS) {
    it(`leaves a notice in doubt, which is held and not sent again (${title})`, async () => {
      const { sink } = house;
      const { id } = await house.register();
      const { child } = house.startWorker();
      sink.takenNext = async () => strike(child);
      await until('the worker is gone', () => child.signalCode !== null, 20_000);
      house.startWorker();
      await until('the notice to be held', async () => (await house.rowOf(id))?.state === 'held', 30_000);
      // The other worker is at work: the next notice goes out, the one in doubt does not.
      const next = await house.register();
      await until('the next to be sent', async () => (await house.rowOf(next.id))?.state === 'sent', 30_000);
      expect(sink.messages).to.have.length(2);
      expect(new Set(sink.messages.map(({ messageId }) => messageId)).size).to.equal(2);
      const row = await house.rowOf(id);
      expect(row?.state).to.equal('held');
      expect(row?.outcome).to.include('the worker ended');
    });
  }
});
