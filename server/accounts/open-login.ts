import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Fault } from '../domain/fault.ts';
import type { Account, AccountStore } from './account-store.ts';

const TOKEN_BYTES = 32;

export interface OpenLoginDependencies {
  accounts: AccountStore;
  loginHours: number;
  now: () => Date;
}

export interface OpenedLogin {
  token: string;
  expiresAt: Date;
  account: Account;
}

/** Only the hash of a token is stored: who reads the database cannot log in with what is there. */
export function loginTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Checks name and password and opens a login. A name that does not exist costs the same work as a wrong password. */
export function openLogin({ accounts, now, loginHours }: OpenLoginDependencies) {
  const nobody = hash(randomBytes(TOKEN_BYTES));
  return async ({ username, password }: { username: string; password: string }): Promise<OpenedLogin> => {
    const account = await accounts.findByUsername(username);
    const right = await verify(account?.passwordHash ?? (await nobody), password);
    if (account === null || !right) throw new Fault('login_failed');
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const expiresAt = new Date(now().getTime() + loginHours * 3_600_000);
    await accounts.insertLogin({ tokenHash: loginTokenHash(token), accountId: account.id, expiresAt });
    return { token, expiresAt, account };
  };
}
