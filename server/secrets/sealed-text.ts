import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const KEY_BYTES = 32;
/** Before a sealed text that stands where a clear one may have stood before there were keys. */
export const SEALED = 'sealed:';

/** Which key seals a text, and the one place where it may stand: moved to another place it does not open. */
export interface Seal {
  /** 32 bytes. */
  key: Buffer;
  place: string;
}

/** A text was changed, moved to another place, or sealed with another key. */
export class SealBrokenError extends Error {
  constructor(place: string) {
    super(
      `What is sealed at ${place} does not open: it was changed or moved, or another key sealed it. Check HEYI_MASTER_KEYS and HEYI_SECRET, then restore it from a backup.`,
    );
    this.name = 'SealBrokenError';
  }
}

/** Drawn together: each by itself would take as long as the sealing of a short text. */
const NONCES_DRAWN = 256;
let nonces = Buffer.alloc(0);

function newNonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(NONCE_BYTES * NONCES_DRAWN);
  const nonce = nonces.subarray(0, NONCE_BYTES);
  nonces = nonces.subarray(NONCE_BYTES);
  return nonce;
}

/** AES-256-GCM with a nonce of its own: the nonce, the ciphertext and its tag. */
export function sealBytes(text: string, { key, place }: Seal): Buffer {
  const nonce = newNonce();
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealBrokenError */
export function openBytes(sealed: Buffer, { key, place }: Seal): string {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new SealBrokenError(place);
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(end));
  const text = decipher.update(sealed.subarray(NONCE_BYTES, end), undefined, 'utf8');
  try {
    return text + decipher.final('utf8');
  } catch {
    throw new SealBrokenError(place);
  }
}

/** The same in base64url, where a text may stand. */
export function sealText(text: string, seal: Seal): string {
  return sealBytes(text, seal).toString('base64url');
}

/** @throws SealBrokenError */
export function openText(sealed: string, seal: Seal): string {
  return openBytes(Buffer.from(sealed, 'base64url'), seal);
}
