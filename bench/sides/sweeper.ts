import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { DeliveryDocument } from '../../schemas/documents/delivery-document.ts';
import { NOTICE_QUEUE } from '../../schemas/jobs.ts';
import { compose } from '../../server/compose.ts';
import { connectDatabase } from '../../server/database/connect-database.ts';
import { feedNotices } from '../../workers/notice-queue.ts';
import { answerSweeps } from '../sweep/answer-sweeps.ts';

const start = z.object({
  mongodbUri: z.string(),
  secret: z.hex(),
  masterKeys: z.tuple([z.hex()], z.hex()),
  redisUrl: z.string(),
  prefix: z.string(),
});
const buffer = (hex: string) => Buffer.from(hex, 'hex');

/** The service's sweep, slice by slice, and its feeding of the queue, as workers/main.ts has them; nobody sends. */
answerSweeps(start, async ({ mongodbUri, secret, masterKeys, redisUrl, prefix }) => {
  const connection = await connectDatabase(mongodbUri);
  const now = () => new Date();
  const [newest, ...older] = masterKeys;
  const foundations = {
    connection,
    secret: buffer(secret),
    masterKeys: [buffer(newest), ...older.map(buffer)] as const,
    setupToken: undefined,
    now,
    loginHours: 0,
  };
  const { sweepNotices, deliveries } = compose(foundations);
  const queue = new Queue(NOTICE_QUEUE, { connection: new Redis(redisUrl), prefix });
  const feed = feedNotices({ queue, deliveries, now });
  return async (due) => {
    const begun = performance.now();
    for (let isLast = false; !isLast; ) ({ isLast } = await sweepNotices());
    await feed();
    const ms = performance.now() - begun;
    const waiting = await queue.getWaitingCount();
    if (waiting !== due) throw new Error(`${waiting} jobs wait, not ${due}.`);
    // As if a worker had sent them: the next sweep must not find them again.
    const rows = connection.collection<DeliveryDocument>('deliveries');
    await rows.updateMany({ state: 'due' }, { $set: { state: 'sent' } });
    await queue.obliterate();
    return { ms };
  };
});
