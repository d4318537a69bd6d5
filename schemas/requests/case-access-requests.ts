import { z } from 'zod';
import { BAR_KINDS } from '../../server/domain/case-bar.ts';
import { pageCursor, pageLimit, shortText, uuid } from './fields.ts';

export const barRequest = z.strictObject({ accountId: uuid, kind: z.enum(BAR_KINDS), reason: shortText });
export type BarRequest = z.infer<typeof barRequest>;

export const breakGlassRequest = z.strictObject({ reason: shortText });

export const grantsQuery = z.strictObject({
  limit: pageLimit,
  cursor: pageCursor.optional(),
});
export type GrantsQuery = z.infer<typeof grantsQuery>;
