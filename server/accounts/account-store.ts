import type { Connection } from 'mongoose';
import { type AccountDocument, accountSchema } from '../../schemas/documents/account-document.ts';
import { loginSchema } from '../../schemas/documents/login-document.ts';
import { isDuplicateKey } from '../database/database-errors.ts';
import { Fault } from '../domain/fault.ts';
import type { StaffRole } from '../domain/staff.ts';

export interface Account extends Omit<AccountDocument, '_id'> {
  id: string;
}

export type AccountStore = ReturnType<typeof createAccountStore>;

/** The only reader and writer of staff accounts and their logins. */
export function createAccountStore(connection: Connection) {
  const accounts = connection.model('Account', accountSchema);
  const logins = connection.model('Login', loginSchema);

  /** @throws Fault `username_taken` */
  async function insert({ id, ...rest }: Account): Promise<void> {
    try {
      await accounts.create([{ ...rest, _id: id }]);
    } catch (error) {
      if (isDuplicateKey(error)) throw new Fault('username_taken', { pointer: '/username' });
      throw error;
    }
  }

  async function findByUsername(username: string): Promise<Account | null> {
    const document = await accounts.findOne({ username }).lean();
    return document === null ? null : toAccount(document);
  }

  async function findById(id: string): Promise<Account | null> {
    const document = await accounts.findById(id).lean();
    return document === null ? null : toAccount(document);
  }

  async function withRole(organisationIds: readonly string[], role: StaffRole): Promise<Account[]> {
    const documents = await accounts.find({ organisationId: { $in: organisationIds }, roles: role }).lean();
    return documents.map(toAccount);
  }

  async function inOrganisations(organisationIds: readonly string[] | null): Promise<Account[]> {
    const filter = organisationIds === null ? {} : { organisationId: { $in: organisationIds } };
    return (await accounts.find(filter).limit(1000).lean()).map(toAccount);
  }

  /** Notes that an address is dead, unless the account has another by now. */
  async function markDead(id: string, deadAddress: NonNullable<Account['deadAddress']>): Promise<void> {
    await accounts.updateOne({ _id: id, email: deadAddress.address }, { $set: { deadAddress } });
  }

  async function setDailyDigest(id: string, dailyDigest: boolean): Promise<void> {
    await accounts.updateOne({ _id: id }, { $set: { dailyDigest } });
  }

  async function anyExists(): Promise<boolean> {
    return (await accounts.findOne({}, { _id: 1 }).lean()) !== null;
  }

  async function insertLogin(login: {
    tokenHash: string;
    accountId: string;
    expiresAt: Date;
  }): Promise<void> {
    await logins.create([{ _id: login.tokenHash, accountId: login.accountId, expiresAt: login.expiresAt }]);
  }

  /** The account behind a login that has not run out. */
  async function findByLogin(tokenHash: string, now: Date): Promise<Account | null> {
    const login = await logins.findById(tokenHash).lean();
    return login === null || login.expiresAt <= now ? null : findById(login.accountId);
  }

  async function deleteLogin(tokenHash: string): Promise<void> {
    await logins.deleteOne({ _id: tokenHash });
  }

  async function createIndexes(): Promise<void> {
    await Promise.all([accounts.createIndexes(), logins.createIndexes()]);
  }

  return {
    insert,
    findByUsername,
    findById,
    withRole,
    inOrganisations,
    markDead,
    setDailyDigest,
    anyExists,
    insertLogin,
    findByLogin,
    deleteLogin,
    createIndexes,
  };
}

/** What an account has that was stored before there was more to say of its mail. */
const MAIL_AS_EVER = { deadAddress: null, dailyDigest: false };

function toAccount({ _id, ...rest }: AccountDocument): Account {
  return { ...MAIL_AS_EVER, ...rest, id: _id };
}
