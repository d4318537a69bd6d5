import { expect } from 'chai';
import { compareRates, type Turn } from '../../bench/frame/compare-rates.ts';

const turn = (ms: number): Turn => ({ operations: 100, ms, cpuMs: 50 });

describe('a comparison of rates', () => {
  it('gives the sides their turns in rounds and takes the medians', async () => {
    const order: string[] = [];
    const side = (name: string, times: readonly number[]) => async (round: number) => {
      order.push(`${name} ${round}`);
      return turn(times[round] ?? 0);
    };
    const result = await compareRates(
      {
        name: 'example',
        engine: 'none',
        operation: 'steps',
        note: 'an example',
        // 100 steps in 1 s, 2 s and 9 s: the median is 50 a second, whatever the slowest took.
        sides: {
          ours: side('ours', [1000, 9000, 2000]),
          peer: side('peer', [1000, 1000, 1000]),
          limit: side('limit', [250, 250, 900]),
        },
      },
      { rounds: 3, say: () => undefined },
    );
    expect(order).to.deep.equal(
      [0, 1, 2].flatMap((round) => ['ours', 'peer', 'limit'].map((name) => `${name} ${round}`)),
    );
    const { ours, peer, limit, vsPeer, vsLimit, unit } = result;
    expect({ ours, peer, limit, vsPeer, vsLimit, unit }).to.deep.equal({
      ours: 50,
      peer: 100,
      limit: 400,
      vsPeer: 0.5,
      vsLimit: 0.125,
      unit: 'steps/s (rate)',
    });
    expect(result.note).to.equal(
      'an example; 3 rounds: ours 11.1–100/s at 0.5 ms CPU each; peer 100–100/s at 0.5 ms CPU each; ' +
        'limit 111–400/s at 0.5 ms CPU each',
    );
  });
});
