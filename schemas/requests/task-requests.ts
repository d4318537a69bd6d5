import { z } from 'zod';
import { CALL_RESULTS } from '../documents/task-document.ts';
import { pageCursor, shortText } from './fields.ts';

const MOST_TASKS = 100;

export const taskListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MOST_TASKS).default(50),
  cursor: pageCursor.optional(),
});

/** What came of a call. */
export const taskDoneRequest = z.strictObject({
  result: z.enum(CALL_RESULTS),
  note: shortText.nullable().default(null),
});
export type TaskDoneRequest = z.infer<typeof taskDoneRequest>;
