import { z } from 'zod';
import type { OidcLoginRequest } from '../../schemas/requests/staff-requests.ts';
import type { Account, AccountStore } from '../accounts/account-store.ts';
import type { NewLogin, OpenedLogin } from '../accounts/new-login.ts';
import { isConfirmed, type secondFactor } from '../accounts/second-factor.ts';
import { Fault } from '../domain/fault.ts';
import { deriveKey } from '../secrets/derive-key.ts';
import { type OidcClient, oidcProvider } from './oidc-provider.ts';
import { openTicket, sealTicket } from './sealed-ticket.ts';

export interface LogInByOidcDependencies {
  /** Null: nobody logs in this way. */
  oidc: OidcClient | null;
  accounts: Pick<AccountStore, 'findByOidcIdentity'>;
  secondFactor: Pick<ReturnType<typeof secondFactor>, 'check'>;
  newLogin: NewLogin;
  secret: Buffer;
  now: () => Date;
}

/** Somebody is told to be known, and may open a login. */
export interface KnownByOidc {
  ticket: string;
  account: Account;
  needsCode: boolean;
}

/** So long somebody may take at the provider; and then for the code of their second factor. */
export const BEGUN_FOR_MS = 600_000;
export const KNOWN_FOR_MS = 300_000;

const checksShape = z.strictObject({ state: z.string(), nonce: z.string(), codeVerifier: z.string() });
const identityShape = z.strictObject({ issuer: z.string(), subject: z.string() });

/**
 * A login in three steps: begun, answered for by the provider, opened. What one step must know of the last is a ticket that
 * the browser keeps, so nothing is stored for who only begins. An account is found by the identity that an
 * administrator gave it, and by nothing else.
 */
export function logInByOidc(dependencies: LogInByOidcDependencies) {
  const { oidc, accounts, secondFactor, newLogin, secret, now } = dependencies;
  const key = deriveKey(secret, 'oidc-tickets');
  const begun = { key, place: 'oidc/begun' };
  const known = { key, place: 'oidc/known' };
  const provider = oidc === null ? null : oidcProvider(oidc);
  const later = (ms: number) => new Date(now().getTime() + ms);

  /** @throws Fault `oidc_not_set_up` */
  function set() {
    if (provider === null) throw new Fault('oidc_not_set_up');
    return provider;
  }

  /** @throws Fault `oidc_account_unknown`, `account_locked` */
  async function accountOf(
    identity: z.infer<typeof identityShape>,
    whose: (accountId: string) => void,
  ): Promise<Account> {
    const account = await accounts.findByOidcIdentity(identity);
    if (account === null) throw new Fault('oidc_account_unknown', { params: { subject: identity.subject } });
    whose(account.id);
    if (account.lock !== null) throw new Fault('account_locked');
    return account;
  }

  /** @throws Fault `oidc_not_set_up`, `oidc_unavailable` */
  async function begin(): Promise<{ url: URL; ticket: string }> {
    const { url, checks } = await set().begin();
    return { url, ticket: sealTicket(checks, later(BEGUN_FOR_MS), begun) };
  }

  /** @throws Fault `oidc_not_set_up`, `oidc_login_stale`, `oidc_login_refused`, `oidc_unavailable` and those of an account */
  async function answer(
    { ticket, query }: { ticket: string; query: URLSearchParams },
    whose: (accountId: string) => void,
  ): Promise<KnownByOidc> {
    const asked = set();
    const checks = openTicket(ticket, checksShape, { ...begun, now: now() });
    if (checks === null) throw new Fault('oidc_login_stale');
    const identity = await asked.identify(query, checks);
    const account = await accountOf(identity, whose);
    return {
      ticket: sealTicket(identity, later(KNOWN_FOR_MS), known),
      account,
      needsCode: isConfirmed(account.totp),
    };
  }

  /** Asks for the second factor as a login by password does. @throws Fault `oidc_login_stale` and those of an account */
  async function open(
    { ticket, code }: OidcLoginRequest & { ticket: string },
    whose: (accountId: string) => void,
  ): Promise<OpenedLogin> {
    set();
    const identity = openTicket(ticket, identityShape, { ...known, now: now() });
    if (identity === null) throw new Fault('oidc_login_stale');
    const account = await accountOf(identity, whose);
    await secondFactor.check(account, code);
    return newLogin(account);
  }

  return { begin, answer, open };
}
