import { z } from 'zod';
import { shortText } from './fields.ts';

/** Why a worker needs another code. */
const REPLACEMENT_REASONS = ['lost', 'unreadable', 'known-to-another', 'other'] as const;

export const replaceReceiptCodeRequest = z.strictObject({
  reason: z.enum(REPLACEMENT_REASONS),
  note: shortText.nullable().default(null),
});
export type ReplaceReceiptCodeRequest = z.infer<typeof replaceReceiptCodeRequest>;
