import { z } from 'zod';
import { phone, uuid } from './fields.ts';
import { says } from './says.ts';

export const statusLookupRequest = z.strictObject({ number: z.string().max(100), code: z.string().max(40) });

/** Digits, + and dashes of whatever width somebody typed. */
const typed = (text: unknown) => (typeof text === 'string' ? text.normalize('NFKC').trim() : text);

export const askCodeRequest = z.strictObject({ phone: z.preprocess(typed, phone) });

const SIX_DIGITS = says({ en: 'must be the six digits of the text message', zh: '须为短信中的六位数字' });
export const phoneLookupRequest = z.strictObject({
  requestId: uuid,
  code: z.preprocess(
    (text) => (typeof text === 'string' ? text.normalize('NFKC').replaceAll(/[\s-]/g, '') : text),
    z.string(SIX_DIGITS).regex(/^\d{6}$/, SIX_DIGITS),
  ),
});
