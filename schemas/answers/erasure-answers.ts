import { z } from 'zod';
import { ERASURE_BASES } from '../../server/domain/erasure.ts';
import { instant } from './answer-fields.ts';
import { retentionSettingAnswer } from './retention-answers.ts';

/** What is left to say of an erased case. */
export const erasureAnswer = z.strictObject({
  caseId: z.uuid(),
  number: z.string(),
  erasure: z.strictObject({
    at: instant,
    by: z.uuid(),
    basis: z.enum(ERASURE_BASES),
    reason: z.string(),
    setting: retentionSettingAnswer.optional(),
  }),
});
