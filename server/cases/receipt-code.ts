import { createHmac } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code survives being read out on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;
const GROUP_LENGTH = 4;

/** The code for a worker's receipt that random bytes give: 12 characters, 60 bits, as `7K3M-Q2XD-9RTA`. */
export function receiptCodeFrom(seed: Buffer): string {
  // 256 is a multiple of 32, so every character is as likely as every other.
  const characters = Array.from(
    seed.subarray(0, CODE_LENGTH),
    (byte) => ALPHABET[byte % ALPHABET.length],
  ).join('');
  return groupedCode(characters);
}

/** A code as it is written and read out, however it was typed. */
export function groupedCode(code: string): string {
  return (
    normalised(code)
      .match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'g'))
      ?.join('-') ?? ''
  );
}

/**
 * The keyed hash under which a code is stored. 60 random bits cannot be guessed without the key, which never lies
 * in the database; a slow hash would add nothing but load.
 */
export function receiptCodeHash(code: string, secret: Buffer): string {
  return createHmac('sha256', secret)
    .update(`receipt-code:${normalised(code)}`)
    .digest('hex');
}

/** As people type it: small letters, spaces, any dash or dot, and O, I, L for the digits that they look like. */
function normalised(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}·.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
