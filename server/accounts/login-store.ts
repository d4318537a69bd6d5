import type { Connection } from 'mongoose';
import { type LoginDocument, loginSchema } from '../../schemas/documents/login-document.ts';

export interface Login extends Omit<LoginDocument, '_id'> {
  tokenHash: string;
}

export type LoginStore = ReturnType<typeof createLoginStore>;

/** The only reader and writer of the logins of staff. */
export function createLoginStore(connection: Connection) {
  const logins = connection.model('Login', loginSchema);

  async function insert({ tokenHash, ...rest }: Login): Promise<void> {
    await logins.create([{ ...rest, _id: tokenHash }]);
  }

  async function find(tokenHash: string): Promise<Login | null> {
    const document = await logins.findById(tokenHash).lean();
    return document === null ? null : toLogin(document);
  }

  /** All of an account, the newest first. */
  async function ofAccount(accountId: string): Promise<Login[]> {
    const found = (await logins.find({ accountId }).lean()).map(toLogin);
    return found.sort((left, right) => right.createdAt.getTime() - left.createdAt.getTime());
  }

  async function touch(tokenHash: string, lastUsedAt: Date): Promise<void> {
    await logins.updateOne({ _id: tokenHash }, { $set: { lastUsedAt } });
  }

  /** Ends one of an account's logins; false where it has none of this id. */
  async function end(accountId: string, loginId: string): Promise<boolean> {
    return (await logins.deleteOne({ accountId, loginId })).deletedCount === 1;
  }

  /** Ends all logins of an account but those named by their ids. */
  async function endAll(accountId: string, { but = [] }: { but?: readonly string[] } = {}): Promise<void> {
    await logins.deleteMany({ accountId, loginId: { $nin: but } });
  }

  async function createIndexes(): Promise<void> {
    await logins.createIndexes();
  }

  return { insert, find, ofAccount, touch, end, endAll, createIndexes };
}

/** A login from before its use was noted counts as not used for long. */
const LONG_AGO = new Date(0);
const UNNOTED = { loginId: '', createdAt: LONG_AGO, lastUsedAt: LONG_AGO, secondFactorDue: false };

function toLogin({ _id, ...rest }: LoginDocument): Login {
  return { ...UNNOTED, ...rest, tokenHash: _id };
}
