import type { Queue } from 'bullmq';
import { NOTICE_QUEUE, type SendNoticesJob } from '../schemas/jobs.ts';
import type { DeliveryStore } from '../server/notices/delivery-store.ts';
import { slicesOf } from '../server/notices/slices-of.ts';

export interface FeedNoticesOptions {
  queue: Queue<SendNoticesJob>;
  deliveries: Pick<DeliveryStore, 'unsent'>;
  now: () => Date;
}

/** Rows of one job. More would cost the database little less each, and the last would wait longer for their turn. */
const BATCH = 25;
const ENOUGH_WAITING = 20;
/** More rows than can wait or be in hand already, so that each feeding brings new ones. */
const FEED = 4 * ENOUGH_WAITING * BATCH;
const GONE_WHEN_DONE = { removeOnComplete: true, removeOnFail: true };

/**
 * Keeps the queue from running empty and from growing long: what is unsent waits in the database, however much it
 * is, and goes to Redis shortly before its turn, the oldest first. Two workers that feed it at the same time may give
 * it a row twice: whether a row is sent is decided by its claim, never by the queue.
 */
export function feedNotices({ queue, deliveries, now }: FeedNoticesOptions) {
  return async (): Promise<void> => {
    if ((await queue.getWaitingCount()) >= ENOUGH_WAITING) return;
    const unsent = await deliveries.unsent(now(), FEED);
    if (unsent.length === 0) return;
    const jobs = await queue.getJobs(['waiting', 'active']);
    const queued = new Set(jobs.flatMap((job) => job?.data.deliveryIds ?? []));
    const fresh = unsent.filter((id) => !queued.has(id));
    await queue.addBulk(
      slicesOf(fresh, BATCH).map((deliveryIds) => ({
        name: NOTICE_QUEUE,
        data: { deliveryIds },
        // Of two that feed at the same time the second adds nothing where it found the same.
        opts: { ...GONE_WHEN_DONE, jobId: `from-${deliveryIds[0]}` },
      })),
    );
  };
}
