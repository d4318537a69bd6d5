const DUPLICATE_KEY = 11_000;

/** True for the error that a unique index raises, alone or among those of a bulk write. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY;
}
