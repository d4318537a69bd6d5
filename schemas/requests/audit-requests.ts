import { z } from 'zod';
import { pageCursor, uuid } from './fields.ts';

const limit = z.coerce.number().int().min(1).max(200).default(50);

export const caseAuditQuery = z.strictObject({ limit, cursor: pageCursor.optional() });
export type CaseAuditQuery = z.infer<typeof caseAuditQuery>;

export const serviceAuditQuery = z.strictObject({
  limit,
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
