import { expect } from 'chai';
import { compareTurns, ratesOf, TIMES, type Turn } from '../../bench/frame/compare-turns.ts';

const turn = (ms: number): Turn => ({ operations: 100, ms, cpuMs: 50 });
const run = { rounds: 3, say: () => undefined };

describe('a comparison of turns', () => {
  it('gives the sides their turns in rounds and takes the medians', async () => {
    const order: string[] = [];
    const side = (name: string, times: readonly number[]) => async (round: number) => {
      order.push(`${name} ${round}`);
      return turn(times[round] ?? 0);
    };
    const results = await compareTurns(
      {
        name: 'example',
        engine: 'none',
        figure: ratesOf('steps'),
        note: 'an example',
        // 100 steps in 1 s, 2 s and 9 s: the median is 50 a second, whatever the slowest took.
        sides: {
          ours: side('ours', [1000, 9000, 2000]),
          peers: { peer: side('peer', [1000, 1000, 1000]) },
          limit: side('limit', [250, 250, 900]),
        },
      },
      run,
    );
    expect(order).to.deep.equal(
      [0, 1, 2].flatMap((round) => ['ours', 'peer', 'limit'].map((name) => `${name} ${round}`)),
    );
    expect(results).to.deep.equal([
      {
        name: 'example',
        engine: 'none',
        ours: 50,
        peer: 100,
        limit: 400,
        vsPeer: 0.5,
        vsLimit: 0.125,
        unit: 'steps/s (rate)',
        note:
          'an example; 3 rounds: ours 11.1–100 at 0.5 ms CPU each; peer 100–100 at 0.5 ms CPU each; ' +
          'limit 111–400 at 0.5 ms CPU each',
      },
    ]);
  });

  it('gives a result against each of several peers, above 1 where we take less time, and tells the memory', async () => {
    const results = await compareTurns(
      {
        name: 'example',
        engine: 'none',
        figure: TIMES,
        note: 'an example',
        sides: {
          ours: async () => ({ ...turn(1000), peakMb: 120, redisMb: 0 }),
          peers: { slow: async () => turn(4000), quick: async () => turn(500) },
          limit: null,
        },
      },
      run,
    );
    expect(
      results.map(({ name, ours, peer, vsPeer, limit, vsLimit }) => [
        name,
        ours,
        peer,
        vsPeer,
        limit,
        vsLimit,
      ]),
    ).to.deep.equal([
      ['example against slow', 1000, 4000, 4, null, null],
      ['example against quick', 1000, 500, 0.5, null, null],
    ]);
    expect(results[0]?.note).to.equal(
      'an example; 3 rounds: ours 1000–1000 at 0.5 ms CPU each, process 120 MB, Redis 0 MB; ' +
        'slow 4000–4000 at 0.5 ms CPU each',
    );
  });
});
