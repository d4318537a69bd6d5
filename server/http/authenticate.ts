import type { Request } from 'express';
import type { AccountStore } from '../accounts/account-store.ts';
import { loginTokenHash } from '../accounts/open-login.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';

export type Authenticate = (request: Request) => Promise<Actor>;

/** The token of `Authorization: Bearer …`, or a fault that says how to get one. */
export function bearerToken(request: Request): string {
  const [scheme, token] = (request.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Fault('login_required');
  return token;
}

/** Finds out who asks. @throws Fault `login_required` */
export function authenticate({ accounts, now }: { accounts: AccountStore; now: () => Date }): Authenticate {
  return async (request) => {
    const account = await accounts.findByLogin(loginTokenHash(bearerToken(request)), now());
    if (account === null) throw new Fault('login_required');
    return { accountId: account.id, organisationId: account.organisationId, roles: account.roles };
  };
}
