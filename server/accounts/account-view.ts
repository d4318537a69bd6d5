import type { Account } from './account-store.ts';
import type { Login } from './login-store.ts';
import { isConfirmed } from './second-factor.ts';

/** What administrators, and people of themselves, see of an account: nothing that opens it. */
export function accountView(account: Account) {
  const { id, username, displayName, email, deadAddress, organisationId, roles, lock, totp } = account;
  const shown = { id, username, displayName, email, deadAddress, organisationId, roles, lock };
  const { dailyDigest, passwordChangeDue, oidcIdentity } = account;
  const secondFactor = isConfirmed(totp);
  return {
    ...shown,
    oidcIdentity,
    dailyDigest,
    passwordChangeDue,
    secondFactor,
    version: account.version ?? 0,
  };
}

/** What a head sees of those to whom work can be given. */
export function colleagueView({ id, displayName, organisationId, roles }: Account) {
  return { id, displayName, organisationId, roles };
}

/** A login as its owner sees it. */
export function loginView(login: Login, current: Pick<Login, 'loginId'>) {
  const { loginId, createdAt, lastUsedAt, expiresAt } = login;
  return { id: loginId, createdAt, lastUsedAt, expiresAt, current: loginId === current.loginId };
}
