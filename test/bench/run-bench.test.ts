import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { testServices } from '../support/test-services.ts';

const run = promisify(execFile);
const NODE_ARGUMENTS = ['--import', 'tsx', 'bench/run-bench.ts'];

/** A Redis database that no other test uses: the bench wants a queue of its own. */
function ownRedisUrl(): string {
  const url = new URL(testServices().redisUrl);
  url.pathname = '/15';
  return url.href;
}

describe('npm run bench', () => {
  it('measures with given servers, prints a JSON line a measure, and leaves nothing in them', async function () {
    this.timeout(180_000);
    const { mongodbUri } = testServices();
    const [MONGODB_URI, REDIS_URL] = [mongodbUri('bench'), ownRedisUrl()];
    const names = ['reminders-sent', 'state-change', 'status-lookup'];
    const { stdout, stderr } = await run(
      process.execPath,
      [...NODE_ARGUMENTS, ...names, '--rounds', '1', '--operations', '5', '--json'],
      { env: { ...process.env, MONGODB_URI, REDIS_URL } },
    );
    expect(stderr).to.equal('');
    const results = stdout
      .trim()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(results.map(({ name }) => name)).to.deep.equal(names);
    for (const { ours, peer, limit, vsPeer, vsLimit } of results) {
      expect(Number(vsPeer)).to.be.closeTo(Number(ours) / Number(peer), 0.01 * Number(vsPeer));
      expect(Number(vsLimit)).to.be.closeTo(Number(ours) / Number(limit), 0.01 * Number(vsLimit));
    }
    expect(await benchDatabases(MONGODB_URI)).to.deep.equal([]);
    expect(await keysOf(REDIS_URL)).to.deep.equal([]);
  });

  it('names the argument that it does not understand, and what it does', async () => {
    const rows = [
      { args: ['speed'], said: 'No measure is called speed. Known:' },
      { args: ['--rounds', 'many'], said: '--rounds is "many"; give it a whole number' },
      { args: ['--fast'], said: "Unknown option '--fast'" },
    ];
    await Promise.all(
      rows.map(async ({ args, said }) => {
        const failure: unknown = await run(process.execPath, [...NODE_ARGUMENTS, ...args]).catch(
          (error: unknown) => error,
        );
        expect(failure).to.include({ code: 1 });
        expect(failure).to.have.property('stderr').that.includes(said).and.includes('Usage: npm run');
      }),
    );
  });
});

async function benchDatabases(uri: string): Promise<string[]> {
  const client = new mongoose.mongo.MongoClient(uri);
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  await client.close();
  return databases.map(({ name }) => name).filter((name) => name.startsWith('heyi_bench_'));
}

async function keysOf(url: string): Promise<string[]> {
  const redis = new Redis(url);
  const keys = await redis.keys('*');
  redis.disconnect();
  return keys;
}
