import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { until } from '../support/until.ts';
import { openWorkerHouse, type WorkerHouse } from '../support/worker-house.ts';

const NOTICES = 20;

describe('when Redis is lost while notices go out', function () {
  this.timeout(60_000);
  let house: WorkerHouse;
  beforeEach(async () => {
    house = await openWorkerHouse();
  });
  afterEach(() => house.close());

  /** Null between a death and the new start. */
  function redisPid(): number | null {
    const file = path.join(house.redisFolder, 'pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
  }
  const LOSSES: [title: string, lose: () => Promise<void>][] = [
    ['flushed', () => house.flushRedis()],
    [
      'killed and empty when it is back',
      async () => {
        const pid = redisPid();
        if (pid === null) throw new Error('Redis does not run.');
        rmSync(path.join(house.redisFolder, 'appendonlydir'), { recursive: true, force: true });
        process.kill(pid, 'SIGKILL');
        await until('Redis to be back', async () => redisPid() !== null && redisPid() !== pid);
      },
    ],
  ];
  for (const [title, lose] of LOSSES) {
    it(`every one is sent, each once, without a hand (${title})`, async () => {
      const { sink } = house;
      for (let count = 0; count < NOTICES; count += 1) await house.register();
      // Lost when the first ones are on their way and the others wait in it.
      const losing: Promise<void>[] = [];
      sink.takenNext = async () => void losing.push(lose());
      house.startWorker();
      await until(
        'all to be sent',
        async () => (await house.rows()).filter(({ state }) => state === 'sent').length === NOTICES,
        30_000,
      );
      await Promise.all(losing);
      expect(new Set(sink.messages.map(({ messageId }) => messageId)).size).to.equal(NOTICES);
      expect(sink.messages).to.have.length(NOTICES);
    });
  }

  it('a worker that is told to stop ends all the same', async () => {
    const { stop } = house.startWorker();
    await house.register();
    await until('the notice to be sent', () => house.sink.messages.length === 1, 30_000);
    await house.stopRedis();
    // It goes on looking for what is due, and has it to queue.
    await house.register();
    await until('the row', async () => (await house.rows()).length === 2);
    expect((await stop()).code).to.equal(0);
  });
});
