import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { LoginRequest } from '../../schemas/requests/staff-requests.ts';
import { Fault } from '../domain/fault.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { Account, AccountStore } from './account-store.ts';
import type { LoginStanding } from './check-login.ts';
import { standingOf } from './check-login.ts';
import type { Login, LoginStore } from './login-store.ts';
import { isConfirmed, type secondFactor } from './second-factor.ts';

const TOKEN_BYTES = 32;
const MOST_LOGINS = 4;

export interface OpenLoginDependencies {
  accounts: AccountStore;
  logins: LoginStore;
  organisations: OrganisationStore;
  secondFactor: ReturnType<typeof secondFactor>;
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
 * Checks name, password and second factor and opens a login; the oldest ends where there are four already. A name
 * that does not exist costs the same work as a wrong password.
 * @throws Fault `login_failed`, and for the right password alone `account_locked`, `second_factor_needed`, `second_factor_wrong`
 */
export function openLogin(dependencies: OpenLoginDependencies): OpenLogin {
  const { accounts, logins, secondFactor, now, loginHours } = dependencies;
  const nobody = hash(randomBytes(TOKEN_BYTES));

  async function endOldest({ accountId, loginId }: Login): Promise<void> {
    const others = (await logins.ofAccount(accountId)).filter((other) => other.loginId !== loginId);
    const kept = others.slice(0, MOST_LOGINS - 1).map((other) => other.loginId);
    if (kept.length < others.length) await logins.endAll(accountId, { but: [loginId, ...kept] });
  }

  return async ({ username, password, code }, whose) => {
    const account = await accounts.findByUsername(username);
    whose(account?.id ?? null);
    const right = await verify(account?.passwordHash ?? (await nobody), password);
    if (account === null || !right) throw new Fault('login_failed');
    if (account.lock !== null) throw new Fault('account_locked');
    await secondFactor.check(account, code);
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
