import type { Connection } from 'mongoose';
import { type KeptAnswerDocument, keptAnswerSchema } from '../../schemas/documents/kept-answer-document.ts';
import { isDuplicateKey } from '../database/database-errors.ts';

export interface KeptAnswer extends Omit<KeptAnswerDocument, '_id'> {
  id: string;
}

export type KeptAnswerStore = ReturnType<typeof createKeptAnswerStore>;

/** The only reader and writer of the requests that came with a key. */
export function createKeptAnswerStore(connection: Connection) {
  const answers = connection.model('KeptAnswer', keptAnswerSchema);

  /** False where the key has a record already. */
  async function insert({ id, ...rest }: KeptAnswer): Promise<boolean> {
    try {
      await answers.create([{ ...rest, _id: id }]);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async function find(id: string): Promise<KeptAnswer | null> {
    const document = await answers.findById(id).lean();
    if (document === null) return null;
    const { _id, sealed, ...rest } = document;
    // Read without mongoose's documents, bytes come as the driver's own type.
    return { ...rest, id: _id, sealed: sealed === null ? null : Buffer.from(sealed.buffer) };
  }

  /** Takes over what nobody works on any more; false where another was faster. */
  async function hold({ id, heldUntil }: KeptAnswer, until: Date): Promise<boolean> {
    const result = await answers.updateOne({ _id: id, heldUntil, sealed: null }, { heldUntil: until });
    return result.modifiedCount === 1;
  }

  async function keep(id: string, sealed: Buffer): Promise<void> {
    await answers.updateOne({ _id: id }, { sealed });
  }

  async function remove({ id, expiresAt }: Pick<KeptAnswer, 'id' | 'expiresAt'>): Promise<void> {
    await answers.deleteOne({ _id: id, expiresAt });
  }

  async function createIndexes(): Promise<void> {
    await answers.createIndexes();
  }

  return { insert, find, hold, keep, remove, createIndexes };
}
