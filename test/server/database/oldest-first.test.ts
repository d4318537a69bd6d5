import { expect } from 'chai';
import { array, assert, asyncProperty, integer, nat, oneof } from 'fast-check';
import { oldestFirst, type TimeWindow } from '../../../server/database/oldest-first.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-09-16T10:00:00+08:00');

/** Rows as a database without sorted reads gives them: those of a window, in any order, as many as asked for. */
function table(instants: readonly number[]) {
  const rows = instants.map((at, id) => ({ id, at: new Date(at) }));
  const reads: number[] = [];
  const inWindow = ({ after, until }: TimeWindow) =>
    rows.filter(({ at }) => (after === null || at > after) && at <= until);
  const page = oldestFirst<{ id: number; at: Date }>({
    at: ({ at }) => at,
    read: async (window, limit) => {
      const found = inWindow(window);
      reads.push(found.length);
      return found.toReversed().slice(0, limit);
    },
  });
  return {
    rows,
    reads,
    page,
    remove: (gone: readonly { id: number }[]) => {
      for (const { id } of gone)
        rows.splice(
          rows.findIndex((row) => row.id === id),
          1,
        );
    },
  };
}

describe('reading the oldest first', () => {
  const ages = array(oneof(nat({ max: 3 * 24 * 60 }), nat({ max: 30 }), nat({ max: 2 * 365 * 24 * 60 })), {
    maxLength: 60,
  });

  it('gives every row, page by page, none younger by a minute before an older one', async () => {
    await assert(
      asyncProperty(ages, integer({ min: 1, max: 20 }), async (minutes, limit) => {
        const { rows, page, remove } = table(minutes.map((age) => NOW - age * MINUTE));
        const count = rows.length;
        const given: Date[] = [];
        for (let round = 0; rows.length > 0; round += 1) {
          const found = await page(new Date(NOW), limit);
          expect(found.length).to.be.within(1, limit);
          expect(round).to.be.at.most(count);
          given.push(...found.map(({ at }) => at));
          remove(found);
        }
        for (const [index, at] of given.entries()) {
          const earlier = given[index - 1];
          if (earlier !== undefined) expect(at.getTime()).to.be.at.least(earlier.getTime() - MINUTE);
        }
      }),
    );
  });

  it('gives again what was not dealt with, and what came in late', async () => {
    const { rows, page } = table([NOW - 5 * MINUTE, NOW - 3 * MINUTE]);
    expect((await page(new Date(NOW), 10)).map(({ id }) => id)).to.deep.equal([0, 1]);
    rows.push({ id: 2, at: new Date(NOW - 90 * 24 * 60 * MINUTE) });
    expect((await page(new Date(NOW + MINUTE), 10)).map(({ id }) => id)).to.deep.equal([2, 0, 1]);
  });

  it('leaves alone what is not due', async () => {
    const { page } = table([NOW + 1]);
    expect(await page(new Date(NOW), 10)).to.deep.equal([]);
  });

  it('asks twice when nothing is due', async () => {
    const { reads, page } = table([]);
    await page(new Date(NOW), 10);
    reads.length = 0;
    await page(new Date(NOW + 2000), 10);
    expect(reads).to.have.length(2);
  });

  it('touches few more rows than it gives, once it knows the place, however many there are', async () => {
    const { page, reads, remove } = table(Array.from({ length: 5000 }, (_, index) => NOW - index * MINUTE));
    remove(await page(new Date(NOW), 100));
    reads.length = 0;
    for (let round = 0; round < 10; round += 1) {
      const found = await page(new Date(NOW), 100);
      expect(found).to.have.length(100);
      remove(found);
    }
    const touched = reads.reduce((sum, count) => sum + count, 0);
    expect(touched).to.be.below(10 * 1000);
  });
});
