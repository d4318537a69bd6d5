import type { Connection } from 'mongoose';
import {
  type AccountDocument,
  type AccountLock,
  type AccountTotp,
  accountSchema,
  type OidcIdentity,
  type OpenedCase,
} from '../../schemas/documents/account-document.ts';
import { atVersion, NEXT_VERSION } from '../database/at-version.ts';
import { isDuplicateKey } from '../database/database-errors.ts';
import { Fault } from '../domain/fault.ts';
import type { StaffRole } from '../domain/staff.ts';

export interface Account extends Omit<AccountDocument, '_id'> {
  id: string;
}

/** What an administrator may change of an account. */
export type AccountEdit = Partial<
  Pick<Account, 'displayName' | 'email' | 'organisationId' | 'roles' | 'oidcIdentity'>
>;

export interface AccountPage {
  /** Null: everywhere. */
  organisationIds: readonly string[] | null;
  /** The username after which the page begins. */
  after: string | null;
  limit: number;
}

export type AccountStore = ReturnType<typeof createAccountStore>;

/** The only reader and writer of staff accounts. */
export function createAccountStore(connection: Connection) {
  const accounts = connection.model('Account', accountSchema);

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

  async function findByOidcIdentity({ issuer, subject }: OidcIdentity): Promise<Account | null> {
    const document = await accounts
      .findOne({ 'oidcIdentity.issuer': issuer, 'oidcIdentity.subject': subject })
      .lean();
    return document === null ? null : toAccount(document);
  }

  async function findById(id: string): Promise<Account | null> {
    const document = await accounts.findById(id).lean();
    return document === null ? null : toAccount(document);
  }

  async function withIds(ids: readonly string[]): Promise<Account[]> {
    return (await accounts.find({ _id: { $in: ids } }).lean()).map(toAccount);
  }

  /** Those who can be told of something: who is locked out has left, or should not know. */
  async function withRole(organisationIds: readonly string[], role: StaffRole): Promise<Account[]> {
    const documents = await accounts
      .find({ organisationId: { $in: organisationIds }, roles: role, lock: null })
      .lean();
    return documents.map(toAccount);
  }

  /** By username. */
  async function page({ organisationIds, after, limit }: AccountPage): Promise<Account[]> {
    const where = organisationIds === null ? {} : { organisationId: { $in: organisationIds } };
    const further = after === null ? {} : { username: { $gt: after } };
    const documents = await accounts
      .find({ ...where, ...further })
      .sort({ username: 1 })
      .limit(limit)
      .lean();
    return documents.map(toAccount);
  }

  /** Notes that an address is dead, unless the account has another by now. */
  async function markDead(id: string, deadAddress: NonNullable<Account['deadAddress']>): Promise<void> {
    await accounts.updateOne(
      { _id: id, email: deadAddress.address },
      { $set: { deadAddress }, ...NEXT_VERSION },
    );
  }

  async function setDailyDigest(id: string, dailyDigest: boolean): Promise<void> {
    await accounts.updateOne({ _id: id }, { $set: { dailyDigest }, ...NEXT_VERSION });
  }

  async function anyExists(): Promise<boolean> {
    return (await accounts.findOne({}, { _id: 1 }).lean()) !== null;
  }

  /** Null where it is no longer at the version that was seen. @throws Fault `oidc_identity_taken` */
  async function edit(id: string, seen: number, changes: AccountEdit): Promise<Account | null> {
    try {
      const document = await accounts
        .findOneAndUpdate(
          atVersion(id, seen),
          { $set: changes, ...NEXT_VERSION },
          { returnDocument: 'after' },
        )
        .lean();
      return document === null ? null : toAccount(document);
    } catch (error) {
      if (isDuplicateKey(error)) throw new Fault('oidc_identity_taken', { pointer: '/oidcIdentity' });
      throw error;
    }
  }

  /** False where the password is no longer the one that was seen. */
  async function setPassword(
    { id, passwordHash }: Pick<Account, 'id' | 'passwordHash'>,
    next: Pick<Account, 'passwordHash' | 'passwordChangeDue'>,
  ): Promise<boolean> {
    return (
      (await accounts.updateOne({ _id: id, passwordHash }, { $set: next, ...NEXT_VERSION })).modifiedCount ===
      1
    );
  }

  async function setLock(id: string, lock: AccountLock | null): Promise<void> {
    await accounts.updateOne({ _id: id }, { $set: { lock }, ...NEXT_VERSION });
  }

  async function setTotp(id: string, totp: AccountTotp | null): Promise<void> {
    await accounts.updateOne({ _id: id }, { $set: { totp }, ...NEXT_VERSION });
  }

  /** False where this secret has taken a code of this step or a later one already, or is not the one that was seen. */
  async function takeTotpStep(
    id: string,
    { sealedSecret, step }: { sealedSecret: string; step: number },
  ): Promise<boolean> {
    const result = await accounts.updateOne(
      { _id: id, 'totp.sealedSecret': sealedSecret, 'totp.lastStep': { $lt: step } },
      { $set: { 'totp.lastStep': step } },
    );
    return result.modifiedCount === 1;
  }

  /** False where there is no such code any more. */
  async function takeRecoveryCode(id: string, codeHash: string): Promise<boolean> {
    const result = await accounts.updateOne(
      { _id: id, 'totp.recoveryCodeHashes': codeHash },
      { $pull: { 'totp.recoveryCodeHashes': codeHash } },
    );
    return result.modifiedCount === 1;
  }

  /** Keeps its owner from a case. */
  async function bar(id: string, caseId: string): Promise<void> {
    await accounts.updateOne({ _id: id }, { $addToSet: { barredCaseIds: caseId } });
  }

  async function unbar(id: string, caseId: string): Promise<void> {
    await accounts.updateOne({ _id: id }, { $pull: { barredCaseIds: caseId } });
  }

  /** Opens a case to its owner for a while; what has run out goes. */
  async function openCase(id: string, opened: OpenedCase, now: Date): Promise<void> {
    await accounts.updateOne({ _id: id }, { $pull: { openedCases: { until: { $lte: now } } } });
    await accounts.updateOne({ _id: id }, { $push: { openedCases: opened } });
  }

  async function createIndexes(): Promise<void> {
    await accounts.createIndexes();
  }

  return {
    insert,
    findByUsername,
    findByOidcIdentity,
    findById,
    withIds,
    withRole,
    markDead,
    setDailyDigest,
    page,
    anyExists,
    edit,
    setPassword,
    setLock,
    setTotp,
    takeTotpStep,
    takeRecoveryCode,
    bar,
    unbar,
    openCase,
    createIndexes,
  };
}

/** Accounts from before a field existed are without it. */
const USUAL = {
  deadAddress: null,
  dailyDigest: false,
  passwordChangeDue: false,
  lock: null,
  totp: null,
  oidcIdentity: null,
  barredCaseIds: [],
  openedCases: [],
};

function toAccount({ _id, ...rest }: AccountDocument): Account {
  return { ...USUAL, ...rest, id: _id };
}
