import type { Connection } from 'mongoose';
import {
  type OneTimeCodeDocument,
  oneTimeCodeSchema,
} from '../../schemas/documents/one-time-code-document.ts';

/** A request for a one-time code. */
export interface CodeRequest extends Omit<OneTimeCodeDocument, '_id'> {
  id: string;
}

export type OneTimeCodeStore = ReturnType<typeof createOneTimeCodeStore>;

/** The only reader and writer of the requests for one-time codes. */
export function createOneTimeCodeStore(connection: Connection) {
  const requests = connection.model('OneTimeCode', oneTimeCodeSchema);

  const toRequest = (document: OneTimeCodeDocument | null): CodeRequest | null => {
    if (document === null) return null;
    const { _id: id, ...rest } = document;
    return { ...rest, id };
  };

  async function insert({ id, ...rest }: CodeRequest): Promise<void> {
    await requests.create([{ ...rest, _id: id }]);
  }

  /** One that nobody has sent yet; nobody takes it again, so that its code goes out once at most. */
  async function take(at: Date): Promise<CodeRequest | null> {
    const unsent = { takenAt: null, expiresAt: { $gt: at } };
    return toRequest(await requests.findOneAndUpdate(unsent, { takenAt: at }).lean());
  }

  /** Spends one of the tries of a request; null where none is left, or no request. */
  async function spendTry(id: string, at: Date): Promise<CodeRequest | null> {
    const open = { _id: id, triesLeft: { $gt: 0 }, expiresAt: { $gt: at } };
    return toRequest(await requests.findOneAndUpdate(open, { $inc: { triesLeft: -1 } }).lean());
  }

  /** False where another was faster. */
  async function remove(id: string): Promise<boolean> {
    return (await requests.deleteOne({ _id: id })).deletedCount === 1;
  }

  /** By the clock of the service, which is not always that of the database. */
  async function removeExpired(at: Date): Promise<void> {
    await requests.deleteMany({ expiresAt: { $lte: at } });
  }

  async function createIndexes(): Promise<void> {
    await requests.createIndexes();
  }

  return { insert, take, spendTry, remove, removeExpired, createIndexes };
}
