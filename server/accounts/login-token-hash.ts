import { createHash } from 'node:crypto';

/** Only the hash of a token is stored: who reads the database cannot log in with what is there. */
export function loginTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
