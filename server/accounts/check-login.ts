import type { Account, AccountStore } from './account-store.ts';
import type { Login, LoginStore } from './login-store.ts';
import { isConfirmed } from './second-factor.ts';

export interface CheckLoginDependencies {
  accounts: Pick<AccountStore, 'findById'>;
  logins: Pick<LoginStore, 'find' | 'touch'>;
  loginIdleMinutes?: number;
  now: () => Date;
}

/** What a login is good for: everything its account may do, or first of all one thing. */
export type LoginStanding = 'full' | 'password-change-due' | 'second-factor-due';

export interface CheckedLogin {
  account: Account;
  login: Login;
  openedCaseIds: string[];
  standing: LoginStanding;
}

const MINUTE_MS = 60_000;
const USUAL_IDLE_MINUTES = 60;

/** Finds the account behind a token; null for a login that was ended, ran out, or was left alone for too long. */
export function checkLogin({
  accounts,
  logins,
  loginIdleMinutes = USUAL_IDLE_MINUTES,
  now,
}: CheckLoginDependencies) {
  return async (tokenHash: string): Promise<CheckedLogin | null> => {
    const login = await logins.find(tokenHash);
    const at = now();
    if (login === null || login.expiresAt <= at) return null;
    const idleMs = at.getTime() - login.lastUsedAt.getTime();
    if (idleMs > loginIdleMinutes * MINUTE_MS) return null;
    const account = await accounts.findById(login.accountId);
    if (account === null || account.lock !== null) return null;
    // To the minute, so that most requests write nothing for it.
    if (idleMs >= MINUTE_MS) await logins.touch(tokenHash, at);
    const openedCaseIds = account.openedCases.filter(({ until }) => until > at).map(({ caseId }) => caseId);
    return { account, login, openedCaseIds, standing: standingOf(account, login) };
  };
}

export function standingOf(account: Account, login: Pick<Login, 'secondFactorDue'>): LoginStanding {
  if (account.passwordChangeDue) return 'password-change-due';
  return login.secondFactorDue && !isConfirmed(account.totp) ? 'second-factor-due' : 'full';
}
