import type { Queue } from 'bullmq';
import { NOTICE_QUEUE, type SendNoticeJob } from '../schemas/jobs.ts';

/**
 * Gives the queue one job for each row. A job that is done or failed is removed at once: kept, it would swallow
 * the next job of the same id. Whether a row is sent is decided by its claim, never by the queue.
 */
export async function enqueueNotices(
  queue: Queue<SendNoticeJob>,
  deliveryIds: readonly string[],
): Promise<void> {
  if (deliveryIds.length === 0) return;
  await queue.addBulk(
    deliveryIds.map((deliveryId) => ({
      name: NOTICE_QUEUE,
      data: { deliveryId },
      opts: { jobId: deliveryId, removeOnComplete: true, removeOnFail: true },
    })),
  );
}
