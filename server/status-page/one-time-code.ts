import { createHmac } from 'node:crypto';
import { deriveKey } from '../secrets/derive-key.ts';
import { openText, sealText } from '../secrets/sealed-text.ts';

const DIGITS = 6;

export type OneTimeCodes = ReturnType<typeof createOneTimeCodes>;

/**
 * The code of a request is the truncated keyed hash of the request's id (as HOTP truncates, RFC 4226 5.3): web and
 * workers find the same, and whoever reads the database finds none. Nothing need be stored of it.
 */
export function createOneTimeCodes(secret: Buffer) {
  const codeKey = deriveKey(secret, 'one-time-code');
  const phoneKey = deriveKey(secret, 'one-time-code-phone');

  /** Six digits. */
  function codeOf(requestId: string): string {
    const hash = createHmac('sha256', codeKey).update(requestId).digest();
    // 2^48 is so much more than a million that every code is as likely as another.
    return String(hash.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
  }

  const sealPhone = (phone: string, requestId: string) =>
    sealText(phone, { key: phoneKey, place: requestId });
  const openPhone = (sealed: string, requestId: string) =>
    openText(sealed, { key: phoneKey, place: requestId });

  return { codeOf, sealPhone, openPhone };
}
