import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { LoginRequest } from '../../schemas/requests/staff-requests.ts';
import { Fault } from '../domain/fault.ts';
import type { Account, AccountStore } from './account-store.ts';
import type { secondFactor } from './second-factor.ts';

const NOBODYS_BYTES = 32;

export interface CheckCredentialsDependencies {
  accounts: Pick<AccountStore, 'findByUsername'>;
  secondFactor: Pick<ReturnType<typeof secondFactor>, 'check'>;
}

/** `whose` is told the account that credentials are tried for, also where they are refused. */
export type CheckCredentials = (
  request: LoginRequest,
  whose: (accountId: string | null) => void,
) => Promise<Account>;

/**
 * Checks name, password and second factor, and opens nothing. A name that does not exist costs the same work as a
 * wrong password.
 * @throws Fault `login_failed`, and for the right password alone `account_locked`, `second_factor_needed`, `second_factor_wrong`
 */
export function checkCredentials({ accounts, secondFactor }: CheckCredentialsDependencies): CheckCredentials {
  const nobody = hash(randomBytes(NOBODYS_BYTES));
  return async ({ username, password, code }, whose) => {
    const account = await accounts.findByUsername(username);
    whose(account?.id ?? null);
    const right = await verify(account?.passwordHash ?? (await nobody), password);
    if (account === null || !right) throw new Fault('login_failed');
    if (account.lock !== null) throw new Fault('account_locked');
    await secondFactor.check(account, code);
    return account;
  };
}
