import { z } from 'zod';
import { shortText } from './fields.ts';

export const caseListQuery = z.strictObject({
  /** What is searched for; without it, all cases. */
  q: shortText.nullable().default(null),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .nullable()
    .default(null),
});
