import { z } from 'zod';

export const SECRET_BYTES = 32;

/** Hex when it can be hex (even length, 0-9a-f), else base64 or base64url; null when it is neither. */
function decodeSecret(text: string): Buffer | null {
  if (/^(?:[0-9a-f]{2})+$/i.test(text)) return Buffer.from(text, 'hex');
  if (/^[\w+/-]+={0,2}$/.test(text)) return Buffer.from(text, 'base64');
  return null;
}

/** A key of the keyed hashes, 32 bytes or more. */
export const secret = z.string().transform((text, context) => {
  const bytes = decodeSecret(text);
  if (bytes !== null && bytes.length >= SECRET_BYTES) return bytes;
  context.addIssue({
    code: 'custom',
    message:
      bytes === null ? 'is neither hex nor base64' : `has ${bytes.length} of at least ${SECRET_BYTES} bytes`,
  });
  return z.NEVER;
});

/** One key or several, after commas; each must be as long as AES-256 wants it. */
export const masterKeys = z.string().transform((text, context): [Buffer, ...Buffer[]] => {
  const keys = text.split(',').map((part) => decodeSecret(part.trim()));
  const whole = keys.flatMap((key) => (key?.length === SECRET_BYTES ? [key] : []));
  const [first, ...others] = whole;
  if (first !== undefined && whole.length === keys.length) return [first, ...others];
  const place = keys.findIndex((key) => key?.length !== SECRET_BYTES);
  const wrong = keys[place];
  const how = wrong == null ? 'is neither hex nor base64' : `has ${wrong.length} bytes, not ${SECRET_BYTES}`;
  context.addIssue({ code: 'custom', message: `${how} (key ${place + 1} of ${keys.length})` });
  return z.NEVER;
});
