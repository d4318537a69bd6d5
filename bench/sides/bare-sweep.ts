import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { z } from 'zod';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import { inFlight } from '../frame/in-flight.ts';
import { slicesOf } from '../frame/slices-of.ts';
import { answerSweeps } from '../sweep/answer-sweeps.ts';

const start = z.object({ mongodbUri: z.string(), redisUrl: z.string(), prefix: z.string() });
const NAME = 'bare';
/** The quickest way in: so many jobs a call, so many calls in flight. */
const BULK = 250;
const BULKS_IN_FLIGHT = 4;

/** What database and queue allow: the ids that are due by the index, and a job for each; nothing is written down. */
answerSweeps(start, async ({ mongodbUri, redisUrl, prefix }) => {
  const client = await new mongoose.mongo.MongoClient(mongodbUri).connect();
  const cases = client.db().collection<CaseDocument>('cases');
  const queue = new Queue(NAME, { connection: new Redis(redisUrl), prefix });
  return async (due) => {
    const begun = performance.now();
    const found = await cases
      .find({ nextNoticeAt: { $lte: new Date() } })
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    await inFlight(slicesOf(found, BULK), BULKS_IN_FLIGHT, (some) =>
      queue.addBulk(
        some.map(({ _id }) => ({
          name: NAME,
          data: { deliveryId: _id },
          opts: { jobId: _id, removeOnComplete: true, removeOnFail: true },
        })),
      ),
    );
    const ms = performance.now() - begun;
    if (found.length !== due) throw new Error(`${found.length} cases were due, not ${due}.`);
    await queue.obliterate();
    return { ms };
  };
});
