import { isWriteConflict } from './database-errors.ts';

const MOST_TRIES = 5;

/**
 * Writes again what met another write and was undone. Where several rows are written at once, two writers may wait for
 * each other; the database then undoes one. For writes that change nothing where they were carried out already.
 */
export async function againOnConflict<Result>(write: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (tries === MOST_TRIES || !isWriteConflict(error)) throw error;
    }
  }
}
