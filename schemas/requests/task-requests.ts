import { z } from 'zod';
import { CALL_RESULTS } from '../documents/task-document.ts';
import { shortText } from './fields.ts';
import { says } from './says.ts';

const MOST_TASKS = 100;

/** `after` is the `nextAfter` of the page before. */
export const taskListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MOST_TASKS).default(50),
  after: z
    .string()
    .regex(
      /^\d{1,15}-[\da-f]{64}$/,
      says({ en: 'must be the nextAfter of another page', zh: '须为上一页给出的 nextAfter' }),
    )
    .transform((cursor) => {
      const [createdAt = '', id = ''] = cursor.split('-');
      return { createdAt: new Date(Number(createdAt)), id };
    })
    .nullable()
    .default(null),
});

/** What came of a call. */
export const taskDoneRequest = z.strictObject({
  result: z.enum(CALL_RESULTS),
  note: shortText.nullable().default(null),
});
export type TaskDoneRequest = z.infer<typeof taskDoneRequest>;
