import { z } from 'zod';
import { pageCursor, uuid } from './fields.ts';

const limit = z.coerce.number().int().min(1).max(200).default(50);

/** `cursor` is the `nextCursor` of the page before. */
export const caseAuditQuery = z.strictObject({ limit, cursor: pageCursor(/[\w-]{1,40}\/\d{12}/) });
export type CaseAuditQuery = z.infer<typeof caseAuditQuery>;

/** `before` is the `nextBefore` of the page before. */
export const serviceAuditQuery = z.strictObject({
  limit,
  before: z.coerce.number().int().min(1).nullable().default(null),
});
export type ServiceAuditQuery = z.infer<typeof serviceAuditQuery>;

export const verifyAuditQuery = z.strictObject({ caseId: uuid.nullable().default(null) });
