import { z } from 'zod';
import { pageCursor, uuid } from './fields.ts';

/** Of which organisation what is overdue is asked for, and from where on. */
export const overdueQuery = z
  .strictObject({
    organisation: uuid.meta({ description: 'this organisation and all below it' }),
    cursor: pageCursor,
  })
  .partial()
  .safeExtend({ limit: z.coerce.number().int().min(1).max(200).default(50) });
export type OverdueQuery = Omit<z.infer<typeof overdueQuery>, 'cursor'>;
