import { expect } from 'chai';
import { array, assert, asyncProperty, boolean, integer, nat, oneof } from 'fast-check';
import { type OrderedRow, type OrderPlace, pageInOrder } from '../../../server/database/page-in-order.ts';

const LAST = 2 ** 40;

/** Rows as a database gives them that does not sort: those of a window, in any order, as many as asked for. */
function table(orders: readonly number[]) {
  const rows = orders.map((order, index): OrderedRow => ({ id: String(index).padStart(6, '0'), order }));
  const scattered = rows.toSorted((left, right) =>
    (left.id.at(-1) ?? '').localeCompare(right.id.at(-1) ?? ''),
  );
  const reads: number[] = [];
  // As many as tell a page from another.
  // oxlint-disable-next-line max-params
  const page = (descending: boolean, limit: number, after: OrderPlace | null, width = 1000) =>
    pageInOrder({
      bounds: { from: 0, to: LAST },
      descending,
      limit,
      after,
      width,
      read: async ({ from, to }, most) => {
        const found = scattered.filter(({ order }) => order >= from && order <= to).slice(0, most);
        reads.push(found.length);
        return found;
      },
    });
  return { rows, reads, page };
}

describe('a page in order', () => {
  const crowded = array(oneof(nat({ max: 20 }), nat({ max: 5000 }), nat({ max: LAST })), { maxLength: 80 });

  it('follows the page before, so that every row comes once and in order, though many lie on one spot', async () => {
    await assert(
      asyncProperty(crowded, integer({ min: 1, max: 15 }), boolean(), async (orders, limit, descending) => {
        const { rows, page } = table(orders);
        const seen: OrderedRow[] = [];
        let after: OrderPlace | null = null;
        do {
          const { page: found, next }: Awaited<ReturnType<typeof page>> = await page(
            descending,
            limit,
            after,
          );
          seen.push(...found);
          after = next;
        } while (after !== null);
        const sorted = rows.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
        expect(seen).to.deep.equal(descending ? sorted.toReversed() : sorted);
      }),
    );
  });

  it('is the same by whatever width it begins', async () => {
    await assert(
      asyncProperty(
        crowded,
        integer({ min: 1, max: 15 }),
        boolean(),
        integer({ min: 1, max: 2 ** 52 }),
        // The library gives one parameter for each of the values above.
        // oxlint-disable-next-line max-params
        async (orders, limit, descending, width) => {
          const { page } = table(orders);
          const { page: first, reach } = await page(descending, limit, null);
          expect((await page(descending, limit, null, width)).page).to.deep.equal(first);
          expect((await page(descending, limit, null, reach)).page).to.deep.equal(first);
        },
      ),
    );
  });

  it('takes one read by the reach of the one before, where the list is as dense behind it', async () => {
    const evenly = Array.from({ length: 5000 }, (_, index) => 7_000_000_000 + index * 1000);
    for (const orders of [evenly, evenly.slice(0, 30), []]) {
      const { reads, page } = table(orders);
      for (const descending of [true, false]) {
        const { page: first, reach } = await page(descending, 50, null);
        reads.length = 0;
        expect((await page(descending, 50, null, reach)).page).to.deep.equal(first);
        expect(reads).to.have.length(1);
      }
    }
  });

  it('reads few rows beyond those that it gives, however many there are and wherever it begins', async () => {
    const spread = Array.from({ length: 20_000 }, (_, index) => index * 1_000_000);
    const burst = Array.from({ length: 5000 }, (_, index) => 7_000_000_000 + index);
    const { reads, page } = table([...spread, ...burst]);
    let after: OrderPlace | null = null;
    let most = 0;
    for (let count = 0; count < 400; count += 1) {
      reads.length = 0;
      const found = await page(true, 50, after);
      expect(found.page).to.have.length(50);
      after = found.next;
      if (count > 0)
        most = Math.max(
          most,
          reads.reduce((sum, read) => sum + read, 0),
        );
    }
    expect(most).to.be.below(50 + 8 * 200);
  });
});
