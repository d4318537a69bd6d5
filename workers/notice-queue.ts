import type { Queue } from 'bullmq';
import { NOTICE_QUEUE, type SendNoticeJob } from '../schemas/jobs.ts';
import type { DeliveryStore } from '../server/notices/delivery-store.ts';

export interface FeedNoticesOptions {
  queue: Queue<SendNoticeJob>;
  deliveries: Pick<DeliveryStore, 'unsent'>;
  now: () => Date;
}

const ENOUGH_WAITING = 500;
/** More than can wait already, so that each feeding brings new ones. */
const FEED = 4 * ENOUGH_WAITING;

/**
 * Keeps the queue from running empty and from growing long: what is unsent waits in the database, however much it
 * is, and goes to Redis shortly before its turn, the oldest first.
 */
export function feedNotices({ queue, deliveries, now }: FeedNoticesOptions) {
  return async (): Promise<void> => {
    if ((await queue.getWaitingCount()) >= ENOUGH_WAITING) return;
    await enqueueNotices(queue, await deliveries.unsent(now(), FEED));
  };
}

/**
 * Gives the queue one job for each row. A job that is done or failed is removed at once: kept, it would swallow
 * the next job of the same id. Whether a row is sent is decided by its claim, never by the queue.
 */
async function enqueueNotices(queue: Queue<SendNoticeJob>, deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  await queue.addBulk(
    deliveryIds.map((deliveryId) => ({
      name: NOTICE_QUEUE,
      data: { deliveryId },
      opts: { jobId: deliveryId, removeOnComplete: true, removeOnFail: true },
    })),
  );
}
