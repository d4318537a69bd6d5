import { z } from 'zod';
import { legalDay, pageLimit } from './fields.ts';
import { says } from './says.ts';

const MOST_YEARS = 100;
const HOW_LONG = says({
  en: `must be a number of whole years from 1 to ${MOST_YEARS}, "permanent" or "inherited"`,
  zh: `须为 1 至 ${MOST_YEARS} 的整数年数，或者 "permanent"（永久）、"inherited"（从上级）`,
});

/** How long the personal data of ended cases is kept, from a day on. */
export const retentionRuleRequest = z.strictObject({
  fromOn: legalDay,
  keptYears: z.union([z.int().min(1).max(MOST_YEARS), z.enum(['permanent', 'inherited'])], HOW_LONG),
});
export type RetentionRuleRequest = z.infer<typeof retentionRuleRequest>;

/** Until which day the list of what will be erased goes; null: three months. */
export const retentionQuery = z.strictObject({
  until: legalDay.nullable().default(null),
  limit: pageLimit,
});
export type RetentionQuery = z.infer<typeof retentionQuery>;
