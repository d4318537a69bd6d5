import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { LoginRequest } from '../../schemas/requests/staff-requests.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { Account } from './account-store.ts';
import type { CheckCredentials } from './check-credentials.ts';
import type { LoginStanding } from './check-login.ts';
import { standingOf } from './check-login.ts';
import type { Login, LoginStore } from './login-store.ts';
import { isConfirmed } from './second-factor.ts';

const TOKEN_BYTES = 32;
const MOST_LOGINS = 4;

export interface OpenLoginDependencies {
  checkCredentials: CheckCredentials;
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

/** `whose` is told the account that a login is tried for, also where it is refused. */
export type OpenLogin = (
  request: LoginRequest,
  whose: (accountId: string | null) => void,
) => Promise<OpenedLogin>;

/** Only the hash of a token is stored: who reads the database cannot log in with what is there. */
export function loginTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Checks name, password and second factor and opens a login; the oldest ends where there are four already.
 * @throws Fault as the check of the credentials does
 */
export function openLogin(dependencies: OpenLoginDependencies): OpenLogin {
  const { checkCredentials, logins, now, loginHours } = dependencies;

  async function endOldest({ accountId, loginId }: Login): Promise<void> {
    const others = (await logins.ofAccount(accountId)).filter((other) => other.loginId !== loginId);
    const kept = others.slice(0, MOST_LOGINS - 1).map((other) => other.loginId);
    if (kept.length < others.length) await logins.endAll(accountId, { but: [loginId, ...kept] });
  }

  return async (request, whose) => {
    const account = await checkCredentials(request, whose);
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
  { organisations }: Pick<OpenLoginDependencies, 'organisations'>,
): Promise<boolean> {
  if (organisationId === null || isConfirmed(totp)) return false;
  const organisation = await organisations.find(organisationId);
  return organisation?.secondFactorRoles.some((role) => roles.includes(role)) ?? false;
}
