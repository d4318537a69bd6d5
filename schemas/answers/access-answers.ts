import { z } from 'zod';
import { BAR_KINDS } from '../../server/domain/case-bar.ts';
import { instant, nextCursor } from './answer-fields.ts';

const auditRecord = z.looseObject({
  chain: z.string(),
  sequence: z.number(),
  at: instant,
  caseIds: z.array(z.string()),
  name: z.string().nullable().meta({ description: 'who it was' }),
  erased: z.boolean(),
});

export const auditAnswer = z.strictObject({
  records: z.array(auditRecord),
  nextCursor,
});
export const serviceAuditAnswer = z.strictObject({
  records: z.array(auditRecord),
  nextCursor,
});
export const auditVerdictAnswer = z.strictObject({
  whole: z.boolean(),
  chains: z.number(),
  records: z.number(),
  faults: z.array(z.looseObject({ chain: z.string(), sequence: z.number() })),
});

const bar = z.looseObject({ accountId: z.string(), kind: z.enum(BAR_KINDS), reason: z.string() });
export const barListAnswer = z.strictObject({ bars: z.array(bar) });
export const barredAnswer = z.strictObject({ caseId: z.uuid() });

export const grantAnswer = z.strictObject({ id: z.uuid(), caseId: z.uuid(), expiresAt: instant });
export const grantListAnswer = z.strictObject({
  grants: z.array(z.looseObject({ id: z.uuid(), caseId: z.uuid(), reason: z.string(), expiresAt: instant })),
  nextCursor,
});
