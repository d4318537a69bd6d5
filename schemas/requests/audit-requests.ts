import { z } from 'zod';
import { pageCursor, pageLimit, uuid } from './fields.ts';

export const caseAuditQuery = z.strictObject({ limit: pageLimit, cursor: pageCursor.optional() });
export type CaseAuditQuery = z.infer<typeof caseAuditQuery>;

export const serviceAuditQuery = z.strictObject({
  limit: pageLimit,
  before: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .meta({ description: 'only records with a smaller sequence number' }),
  cursor: pageCursor.optional(),
});
export type ServiceAuditQuery = z.infer<typeof serviceAuditQuery>;

export const verifyAuditQuery = z.strictObject({ caseId: uuid.nullable().default(null) });
