import { z } from 'zod';
import { CALL_RESULTS, TASK_REASONS, TASK_STATES } from '../documents/task-document.ts';
import { instant, nextCursor } from './answer-fields.ts';

export const taskAnswer = z
  .strictObject({
    id: z.string(),
    caseId: z.uuid(),
    caseNumber: z.string(),
    text: z.string().meta({ description: 'what the call is to say' }),
    reason: z.enum(TASK_REASONS),
    failure: z.string().nullable(),
    createdAt: instant,
    state: z.enum(TASK_STATES),
    result: z.enum(CALL_RESULTS).nullable(),
    note: z.string().nullable(),
    call: z.strictObject({
      name: z.string(),
      phone: z.string().nullable().meta({ description: 'whole only where one task is asked for' }),
      safeHours: z.strictObject({ fromHour: z.int(), untilHour: z.int() }).nullable(),
    }),
  })
  .meta({ id: 'Task' });

export const taskListAnswer = z.strictObject({
  tasks: z.array(taskAnswer),
  unreadable: z
    .array(z.strictObject({ id: z.string(), caseId: z.uuid(), createdAt: instant }))
    .meta({ description: 'tasks whose case cannot be read: tell who runs the service' }),
  nextCursor,
});
