import { expect } from 'chai';
import { isDuplicateKey } from '../../../server/database/database-errors.ts';
import { startTestApp } from '../../support/test-app.ts';

describe('the error of a row that is there already', () => {
  it('is told by the database, alone and of many', async () => {
    const app = await startTestApp();
    const rows = app.connection.collection<{ _id: string; name?: string }>('rows');
    await rows.insertOne({ _id: 'a' });
    const alone: unknown = await rows.insertOne({ _id: 'a' }).catch((error: unknown) => error);
    const many: unknown = await rows
      .insertMany([{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }], { ordered: false })
      .catch((error: unknown) => error);
    await rows.createIndex({ name: 1 }, { unique: true, sparse: true });
    await rows.updateOne({ _id: 'a' }, { $set: { name: 'one' } });
    const name = { $set: { name: 'one' } };
    const changed: unknown = await rows.updateOne({ _id: 'b' }, name).catch((error: unknown) => error);
    const found: unknown = await rows.findOneAndUpdate({ _id: 'b' }, name).catch((error: unknown) => error);
    await app.stop();
    expect([alone, many, changed, found].map(isDuplicateKey)).to.deep.equal([true, true, true, true]);
  });

  it('is not that of many where one row failed for another reason', () => {
    const error = Object.assign(new Error(), {
      code: 11_000,
      writeErrors: [{ code: 11_000 }, { code: 112 }],
    });
    expect(isDuplicateKey(error)).to.equal(false);
  });
});
