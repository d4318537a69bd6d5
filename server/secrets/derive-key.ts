import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** A key of its own for each purpose, from the one secret of the service (HKDF-SHA-256, RFC 5869). */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `heyi:${purpose}`, KEY_BYTES));
}
