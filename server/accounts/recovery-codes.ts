import { createHmac, randomBytes } from 'node:crypto';

const CODES = 10;
const CODE_BYTES = 8;

/** Ten codes of 64 random bits, as `3f9a-02cc-71d4-e8b5`, for the day on which the telephone is lost. */
export function newRecoveryCodes(): string[] {
  return Array.from(
    { length: CODES },
    () => randomBytes(CODE_BYTES).toString('hex').match(/.{4}/g)?.join('-') ?? '',
  );
}

/** Keyed, so that the database alone gives nothing to guess at; a slow hash would add nothing to 64 random bits. */
export function recoveryCodeHash(code: string, key: Buffer): string {
  return createHmac('sha256', key)
    .update(code.toLowerCase().replace(/[^0-9a-f]/g, ''))
    .digest('hex');
}
