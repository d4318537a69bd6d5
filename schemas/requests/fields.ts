import { z } from 'zod';
import { isRegionCode } from '../../server/domain/place.ts';

const MAX_SHORT_TEXT = 200;
const MAX_LONG_TEXT = 20_000;
/** A thousand million yuan: above any labour dispute, and far below 2^53 fen. */
const MAX_FEN = 100_000_000_000;

/** Text as people type it: no control characters or lone surrogates, trimmed, not empty. */
function cleanText(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .refine((text) => text.isWellFormed(), { error: 'is not valid Unicode' })
    .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), { error: 'holds control characters' });
}

export const shortText = cleanText(MAX_SHORT_TEXT);
export const longText = cleanText(MAX_LONG_TEXT);
/** A calendar day that exists, as YYYY-MM-DD, in years that a case can touch. */
export const legalDay = z.iso
  .date()
  .refine((day) => day >= '1950-01-01' && day <= '2099-12-31', { error: 'must lie between 1950 and 2099' });
export const fen = z.int().min(1).max(MAX_FEN);
export const regionCode = z.string().refine(isRegionCode, { error: 'must be a six-digit GB/T 2260 code' });
export const place = z.strictObject({ regionCode: regionCode.nullable(), name: shortText });
export const phone = z
  .string()
  .regex(/^\+?[\d -]{5,20}$/, { error: 'must be a telephone number: digits, spaces and dashes' });
export const uuid = z.uuid();

/** Where the next page of a list goes on: after the instant of the last row and, within it, its id. */
export function pageCursor(id: RegExp) {
  return z
    .string()
    .regex(new RegExp(`^\\d{1,15}-${id.source}$`), { error: 'must be the nextCursor of another page' })
    .transform((cursor) => {
      const dash = cursor.indexOf('-');
      return { at: new Date(Number(cursor.slice(0, dash))), id: cursor.slice(dash + 1) };
    })
    .nullable()
    .default(null);
}
