import { z } from 'zod';

export const NOTICE_QUEUE = 'notices';

/** Jobs carry ids only: what is to be done is read again when it is done. */
export const sendNoticeJob = z.strictObject({ deliveryId: z.string() });
export type SendNoticeJob = z.infer<typeof sendNoticeJob>;
