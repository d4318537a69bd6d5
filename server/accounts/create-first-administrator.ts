import { createHash, timingSafeEqual } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { Fault } from '../domain/fault.ts';
import type { Account, AccountStore } from './account-store.ts';
import { checkPassword } from './password-rules.ts';

export interface FirstAdministratorDependencies {
  accounts: AccountStore;
  setupToken: string | undefined;
  now: () => Date;
}

export interface FirstAdministrator {
  token: string;
  username: string;
  password: string;
  displayName: string;
}

/** The id is fixed, so that two requests at once make one administrator and not two. */
const FIRST_ADMINISTRATOR_ID = '00000000-0000-4000-8000-000000000001';

/** True while there is no account at all and the instance was given a setup token. */
export async function isSetupOpen({
  accounts,
  setupToken,
}: FirstAdministratorDependencies): Promise<boolean> {
  return setupToken !== undefined && !(await accounts.anyExists());
}

/** Makes the administrator of an empty instance, once, for the one who holds the setup token. */
export function createFirstAdministrator(dependencies: FirstAdministratorDependencies) {
  const { accounts, setupToken, now } = dependencies;
  return async ({ token, username, password, displayName }: FirstAdministrator): Promise<Account> => {
    if (setupToken === undefined || (await accounts.anyExists())) throw new Fault('setup_closed');
    if (!isSameToken(token, setupToken)) throw new Fault('setup_token_wrong', { pointer: '/token' });
    checkPassword(password, [username, displayName]);
    const account: Account = {
      id: FIRST_ADMINISTRATOR_ID,
      username,
      displayName,
      email: null,
      deadAddress: null,
      dailyDigest: false,
      organisationId: null,
      roles: ['administrator'],
      passwordHash: await hash(password),
      passwordChangeDue: false,
      lock: null,
      totp: null,
      oidcIdentity: null,
      barredCaseIds: [],
      openedCases: [],
      createdAt: now(),
    };
    await accounts.insert(account);
    return account;
  };
}

function isSameToken(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
