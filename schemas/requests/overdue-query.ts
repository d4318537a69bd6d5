import { z } from 'zod';
import { pageCursor, pageLimit, uuid } from './fields.ts';

/** Of which organisation what is overdue is asked for, and from where on. */
export const overdueQuery = z
  .strictObject({
    organisation: uuid.meta({ description: 'this organisation and all below it' }),
    cursor: pageCursor,
  })
  .partial()
  .safeExtend({ limit: pageLimit });
export type OverdueQuery = Omit<z.infer<typeof overdueQuery>, 'cursor'>;
