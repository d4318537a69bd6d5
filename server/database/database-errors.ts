const DUPLICATE_KEY = 11_000;

/** True for the error that a unique index raises, alone or among those of a bulk write. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY;
}

/** MongoDB's name for a write that lost against another and changed nothing. */
const WRITE_CONFLICT = 112;

/**
 * True for a write that was undone because it met another one; it can simply be done again. PostgreSQL below a
 * MongoDB-compatible server says so in words only.
 */
export function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === WRITE_CONFLICT) || error.message.includes('deadlock detected');
}
