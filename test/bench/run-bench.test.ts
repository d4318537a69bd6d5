import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { areProofsLong } from '../support/long-proofs.ts';
import { testServices } from '../support/test-services.ts';

const run = promisify(execFile);
const NODE_ARGUMENTS = ['--import', 'tsx', 'bench/run-bench.ts'];

/** A Redis database that no other test uses: the bench wants a queue of its own. */
function ownRedisUrl(): string {
  const url = new URL(testServices().redisUrl);
  url.pathname = '/15';
  return url.href;
}

interface Printed {
  name: string;
  ours: number;
  peer: number;
  limit: number | null;
  vsPeer: number;
  vsLimit: number | null;
  unit: string;
}

interface ShortRun {
  names: readonly string[];
  options?: readonly string[];
  /** What it prints. */
  lines: readonly string[];
}

const RUNS: ShortRun[] = [
  {
    names: ['reminders-sent', 'state-change', 'status-lookup'],
    lines: ['reminders-sent', 'state-change', 'status-lookup'],
  },
  {
    names: ['case-act', 'case-list-page', 'case-register', 'case-search', 'case-status-lookup'],
    options: ['--cases', '60'],
    lines: [
      'case-act',
      'case-list-page against same-reads',
      'case-list-page against same-query',
      'case-list-page 1, 1, 1, 1 against 1',
      'case-register',
      'case-search',
      'case-status-lookup',
    ],
  },
];
/** By the same frame, with more processes. */
const LONG_RUNS: ShortRun[] = [
  {
    names: ['alert-fan-out'],
    lines: ['alert-fan-out to 5 against add', 'alert-fan-out to 5 against row-and-add'],
  },
  {
    names: ['deadlines-moved'],
    lines: [
      'deadlines-moved, 1 a case against bullmq',
      'deadlines-moved, 1 a case against agenda',
      'deadlines-moved, 12 a case against bullmq',
      'deadlines-moved, 12 a case against agenda',
    ],
  },
  { names: ['delivered'], lines: ['delivered against nodemailer', 'delivered against agenda'] },
  { names: ['overdue'], lines: ['overdue 5: first mail', 'overdue 5: 99 of 100 answered within'] },
  {
    names: ['sweep'],
    lines: [
      'sweep of 5 due among 50 cases',
      'sweep of 5 due among 500 cases',
      'sweep of 5 due among 5000 cases',
    ],
  },
];

describe('npm run bench', () => {
  for (const { names, options = [], lines } of areProofsLong() ? [...RUNS, ...LONG_RUNS] : RUNS) {
    it(`measures ${names.join(', ')} with given servers, prints a JSON line a figure, and leaves nothing in them`, async function () {
      this.timeout(240_000);
      const { mongodbUri } = testServices();
      const [MONGODB_URI, REDIS_URL] = [mongodbUri('bench'), ownRedisUrl()];
      const { stdout, stderr } = await run(
        process.execPath,
        [...NODE_ARGUMENTS, ...names, ...options, '--rounds', '1', '--operations', '5', '--json'],
        { env: { ...process.env, MONGODB_URI, REDIS_URL } },
      );
      expect(stderr).to.equal('');
      const results = stdout
        .trim()
        .split('\n')
        .map((line): Printed => JSON.parse(line));
      expect(results.map(({ name }) => name)).to.deep.equal(lines);
      for (const { ours, peer, limit, vsPeer, vsLimit, unit } of results) {
        const better = (other: number) => (unit.endsWith('(rate)') ? ours / other : other / ours);
        expect(vsPeer).to.be.closeTo(better(peer), 0.01 * vsPeer);
        if (limit === null || vsLimit === null) expect([limit, vsLimit]).to.deep.equal([null, null]);
        else expect(vsLimit).to.be.closeTo(better(limit), 0.01 * vsLimit);
      }
      expect(await benchDatabases(MONGODB_URI)).to.deep.equal([]);
      expect(await keysOf(REDIS_URL)).to.deep.equal([]);
    });
  }

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
