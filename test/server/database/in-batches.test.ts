import { expect } from 'chai';
import { inBatches } from '../../../server/database/in-batches.ts';

describe('work in batches', () => {
  /** Work that ends when the test lets it. */
  function held() {
    const turns: { items: readonly number[]; end: (error?: Error) => void }[] = [];
    const ask = inBatches<number, string>(
      (_key, items) =>
        new Promise((resolve, reject) => {
          const end = (error?: Error) =>
            error ? reject(error) : resolve(items.map((item) => `done ${item}`));
          turns.push({ items, end });
        }),
    );
    return { turns, ask };
  }

  it('begins at once with what comes alone, and takes what comes meanwhile together in the next turn', async () => {
    const { turns, ask } = held();
    const first = ask('key', 1);
    const others = [ask('key', 2), ask('key', 3)];
    expect(turns.map(({ items }) => items)).to.deep.equal([[1]]);
    turns[0]?.end();
    expect(await first).to.equal('done 1');
    expect(turns.map(({ items }) => items)).to.deep.equal([[1], [2, 3]]);
    turns[1]?.end();
    expect(await Promise.all(others)).to.deep.equal(['done 2', 'done 3']);
  });

  it('fails for all of a turn alike, and goes on with the next', async () => {
    const { turns, ask } = held();
    const first = ask('key', 1);
    const next = ask('key', 2);
    turns[0]?.end(new Error('the line broke'));
    expect(await first.catch((error: unknown) => error)).to.have.property('message', 'the line broke');
    turns[1]?.end();
    expect(await next).to.equal('done 2');
  });

  it('does not let one key wait for another', async () => {
    const { turns, ask } = held();
    const [one, other] = [ask('one', 1), ask('other', 2)];
    expect(turns.map(({ items }) => items)).to.deep.equal([[1], [2]]);
    turns[1]?.end();
    expect(await other).to.equal('done 2');
    turns[0]?.end();
    expect(await one).to.equal('done 1');
  });
});
