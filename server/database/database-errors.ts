import mongoose from 'mongoose';

const DUPLICATE_KEY = 11_000;

/**
 * True for the error that a unique index raises; of a bulk write only where every one of its errors is that: its own
 * code is that of the first, and behind it may stand a row that was not written for another reason. PostgreSQL below a
 * MongoDB-compatible server says it of a find-and-update in words only.
 */
export function isDuplicateKey(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  if (error instanceof Error && error.message.includes('violates exclusion constraint')) return true;
  const several = 'writeErrors' in error && Array.isArray(error.writeErrors) ? error.writeErrors : [];
  return error.code === DUPLICATE_KEY && several.every(isDuplicateKey);
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

/** True where the database failed, and not what was asked of it: whatever was under way is to be done again. */
export function isDatabaseFault(error: unknown): boolean {
  return (
    error instanceof mongoose.mongo.MongoError || error instanceof mongoose.Error.MongooseServerSelectionError
  );
}
