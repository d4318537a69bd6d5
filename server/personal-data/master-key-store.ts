import type { Connection } from 'mongoose';
import { masterKeySchema } from '../../schemas/documents/master-key-document.ts';
import { isDuplicateKey } from '../database/database-errors.ts';

export type MasterKeyStore = ReturnType<typeof createMasterKeyStore>;

/** Knows which master keys cases were sealed under, by their ids. */
export function createMasterKeyStore(connection: Connection) {
  const masterKeys = connection.model('MasterKey', masterKeySchema);

  async function ids(): Promise<string[]> {
    return (await masterKeys.find().lean()).map(({ _id }) => _id);
  }

  async function noteUse(id: string, at: Date): Promise<void> {
    try {
      await masterKeys.updateOne({ _id: id }, { $setOnInsert: { firstUsedAt: at } }, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async function remove(id: string): Promise<void> {
    await masterKeys.deleteOne({ _id: id });
  }

  return { ids, noteUse, remove };
}
