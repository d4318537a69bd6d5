import { z } from 'zod';

export const NOTICE_QUEUE = 'notices';

/** Jobs carry ids only: what is to be done is read again when it is done. */
export const sendNoticesJob = z.strictObject({ deliveryIds: z.array(z.string()).min(1) });
export type SendNoticesJob = z.infer<typeof sendNoticesJob>;
