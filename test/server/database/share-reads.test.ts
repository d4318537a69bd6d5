import { expect } from 'chai';
import { shareReads } from '../../../server/database/share-reads.ts';

describe('reads that are shared', () => {
  /** A store that answers only when it is told to, and says what it was asked. */
  function slowStore() {
    const asked: string[] = [];
    const pending: { answer: (value: string) => void; fail: (error: Error) => void }[] = [];
    const read = shareReads((key) => {
      asked.push(key);
      return new Promise<string>((answer, fail) => {
        pending.push({ answer, fail });
      });
    });
    return { asked, pending, read };
  }

  it('are one read for all who ask for the same key while it is under way', async () => {
    const { asked, pending, read } = slowStore();
    const both = Promise.all([read('a'), read('a'), read('b')]);
    expect(asked).to.deep.equal(['a', 'b']);
    pending[0]?.answer('of a');
    pending[1]?.answer('of b');
    expect(await both).to.deep.equal(['of a', 'of a', 'of b']);
  });

  it('keep nothing: who asks later gets what is there then', async () => {
    const { asked, pending, read } = slowStore();
    const first = read('a');
    pending[0]?.answer('before');
    expect(await first).to.equal('before');
    const second = read('a');
    pending[1]?.answer('after');
    expect(await second).to.equal('after');
    expect(asked).to.deep.equal(['a', 'a']);
  });

  it('fail for all who wait, and are tried again by the next', async () => {
    const { pending, read } = slowStore();
    const both = Promise.allSettled([read('a'), read('a')]);
    pending[0]?.fail(new Error('the database is away'));
    expect((await both).map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
    const next = read('a');
    pending[1]?.answer('here again');
    expect(await next).to.equal('here again');
  });
});
