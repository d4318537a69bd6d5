import { randomBytes, randomUUID } from 'node:crypto';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { Account } from './account-store.ts';
import { type LoginStanding, standingOf } from './check-login.ts';
import type { Login, LoginStore } from './login-store.ts';
import { loginTokenHash } from './login-token-hash.ts';
import { isConfirmed } from './second-factor.ts';

const TOKEN_BYTES = 32;
const MOST_LOGINS = 4;

export interface NewLoginDependencies {
  logins: LoginStore;
  organisations: OrganisationStore;
  loginHours: number;
  now: () => Date;
}

export interface OpenedLogin {
  token: string;
  expiresAt: Date;
  standing: LoginStanding;
  account: Account;
}

export type NewLogin = (account: Account) => Promise<OpenedLogin>;

/** Opens a login for somebody who has shown who they are; the oldest ends where there are four already. */
export function newLogin(dependencies: NewLoginDependencies): NewLogin {
  const { logins, now, loginHours } = dependencies;

  async function endOldest({ accountId, loginId }: Login): Promise<void> {
    const others = (await logins.ofAccount(accountId)).filter((other) => other.loginId !== loginId);
    const kept = others.slice(0, MOST_LOGINS - 1).map((other) => other.loginId);
    if (kept.length < others.length) await logins.endAll(accountId, { but: [loginId, ...kept] });
  }

  return async (account) => {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const createdAt = now();
    const login: Login = {
      tokenHash: loginTokenHash(token),
      loginId: randomUUID(),
      accountId: account.id,
      createdAt,
      lastUsedAt: createdAt,
      expiresAt: new Date(createdAt.getTime() + loginHours * 3_600_000),
      secondFactorDue: await isSecondFactorDue(account, dependencies),
    };
    await logins.insert(login);
    await endOldest(login);
    return { token, expiresAt: login.expiresAt, standing: standingOf(account, login), account };
  };
}

async function isSecondFactorDue(
  { organisationId, roles, totp }: Account,
  { organisations }: Pick<NewLoginDependencies, 'organisations'>,
): Promise<boolean> {
  if (organisationId === null || isConfirmed(totp)) return false;
  const organisation = await organisations.find(organisationId);
  return organisation?.secondFactorRoles.some((role) => roles.includes(role)) ?? false;
}
