import { expect } from 'chai';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { testServices, withDatabase } from '../../support/test-services.ts';

describe('the servers of a test run', () => {
  it('MongoDB keeps what is written under the name of the run', async () => {
    const connection = await mongoose.createConnection(testServices().mongodbUri('services')).asPromise();
    const numbers = connection.collection<{ _id: number }>('numbers');
    await numbers.insertMany([{ _id: 1 }, { _id: 2 }]);
    expect(await numbers.countDocuments({ _id: { $gt: 1 } })).to.equal(1);
    expect(connection.name).to.equal(`${testServices().runName}_services`);
    await connection.close();
  });

  it('Redis never evicts and appends each write to its file', async () => {
    const redis = new Redis(testServices().redisUrl);
    const settings = await redis.config('GET', 'maxmemory-policy', 'appendonly');
    expect(settings).to.include.members(['noeviction', 'yes']);
    await redis.quit();
  });

  const addresses = [
    ['mongodb://127.0.0.1:27017', 'mongodb://127.0.0.1:27017/run'],
    ['mongodb://127.0.0.1:27017/heyi?replicaSet=rs', 'mongodb://127.0.0.1:27017/run?replicaSet=rs'],
    ['mongodb://u:p@a:1,b:2,c:3/', 'mongodb://u:p@a:1,b:2,c:3/run?authSource=admin'],
    ['mongodb://u:p@a:1/heyi', 'mongodb://u:p@a:1/run?authSource=heyi'],
    ['mongodb+srv://u:p@a/heyi?authSource=admin', 'mongodb+srv://u:p@a/run?authSource=admin'],
  ] as const;
  for (const [given, used] of addresses) {
    it(`a run on ${given} uses ${used}`, () => {
      expect(withDatabase(given, 'run')).to.equal(used);
    });
  }
});
