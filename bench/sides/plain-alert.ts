import { createHash } from 'node:crypto';
import { type BulkJobOptions, Queue } from 'bullmq';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { z } from 'zod';
import type { AccountDocument } from '../../schemas/documents/account-document.ts';
import type { OrganisationDocument } from '../../schemas/documents/organisation-document.ts';
import { inFlight } from '../frame/in-flight.ts';
import { slicesOf } from '../frame/slices-of.ts';
import { answerSweeps } from '../sweep/answer-sweeps.ts';

const start = z.object({
  mongodbUri: z.string(),
  redisUrl: z.string(),
  prefix: z.string(),
  regionCodes: z.array(z.string()),
  way: z.enum(['add', 'row-and-add', 'add-bulk']),
});

const NAME = 'alert';
/** The quickest way in: so many jobs a call, so many calls in flight. */
const BULK = 250;
const BULKS_IN_FLIGHT = 4;
const GONE_WHEN_DONE: BulkJobOptions = { removeOnComplete: true, removeOnFail: true };

/** An alert as it stands in a loop: whom it is for, and a job for each of them; with or without a row that says so. */
answerSweeps(start, async ({ mongodbUri, redisUrl, prefix, regionCodes, way }) => {
  const client = await new mongoose.mongo.MongoClient(mongodbUri).connect();
  const queue = new Queue(NAME, { connection: new Redis(redisUrl), prefix });
  const rows = client.db().collection<{ _id: string; accountId: string; state: string }>('plain_rows');

  async function heads(): Promise<string[]> {
    const organisations = client.db().collection<OrganisationDocument>('organisations');
    const there = await organisations.find({ regionCode: { $in: regionCodes } }).toArray();
    const ids = there.map(({ _id }) => _id);
    const accounts = client.db().collection<AccountDocument>('accounts');
    return (await accounts.find({ organisationId: { $in: ids }, roles: 'head' }).toArray()).map(
      ({ _id }) => _id,
    );
  }
  const idOf = (accountId: string) => createHash('sha256').update(accountId).digest('hex');
  const ways = {
    add: async (accountIds: string[]) => {
      for (const accountId of accountIds) {
        await queue.add(NAME, { accountId }, { ...GONE_WHEN_DONE, jobId: idOf(accountId) });
      }
    },
    'row-and-add': async (accountIds: string[]) => {
      for (const accountId of accountIds) {
        const jobId = idOf(accountId);
        await rows.insertOne({ _id: jobId, accountId, state: 'due' });
        await queue.add(NAME, { accountId }, { ...GONE_WHEN_DONE, jobId });
      }
    },
    'add-bulk': (accountIds: string[]) =>
      inFlight(slicesOf(accountIds, BULK), BULKS_IN_FLIGHT, (some) =>
        queue.addBulk(
          some.map((accountId) => ({
            name: NAME,
            data: { accountId },
            opts: { ...GONE_WHEN_DONE, jobId: idOf(accountId) },
          })),
        ),
      ),
  };
  return async (due) => {
    const begun = performance.now();
    await ways[way](await heads());
    const ms = performance.now() - begun;
    const waiting = await queue.getWaitingCount();
    if (waiting !== due) throw new Error(`${waiting} jobs wait, not ${due}.`);
    await rows.deleteMany({});
    await queue.obliterate();
    return { ms };
  };
});
