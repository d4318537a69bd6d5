import type { Request } from 'express';
import type { CheckedLogin, checkLogin, LoginStanding } from '../accounts/check-login.ts';
import { loginTokenHash } from '../accounts/login-token-hash.ts';
import { Fault } from '../domain/fault.ts';
import type { FaultCode } from '../domain/fault-texts.ts';
import type { Actor } from '../domain/staff.ts';
import { noteForAudit } from './audit-note.ts';

/** Finds out who asks. @throws Fault `login_required`, `password_change_due`, `second_factor_due` */
export type Authenticate = (request: Request) => Promise<Actor>;

/** For the few things that a login may do before it is good for all: `also` names what it may still lack. */
export type Identify = (request: Request, also: readonly LoginStanding[]) => Promise<CheckedLogin>;

const DUE: Record<Exclude<LoginStanding, 'full'>, FaultCode> = {
  'password-change-due': 'password_change_due',
  'second-factor-due': 'second_factor_due',
};

/** The token of `Authorization: Bearer …`, or a fault that says how to get one. */
function bearerToken(request: Request): string {
  const [scheme, token] = (request.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Fault('login_required');
  return token;
}

/** Checks the login that a request comes with. */
export function identify(check: ReturnType<typeof checkLogin>): Identify {
  return async (request, also) => {
    const checked = await check(loginTokenHash(bearerToken(request)));
    if (checked === null) throw new Fault('login_required');
    noteForAudit(request, { accountId: checked.account.id });
    const { standing } = checked;
    if (standing !== 'full' && !also.includes(standing)) throw new Fault(DUE[standing]);
    return checked;
  };
}

/** The same for everything else: what the login lacks comes first. */
export function authenticate(identify: Identify): Authenticate {
  return async (request) => actorOf(await identify(request, []));
}

function actorOf({ account, openedCaseIds }: CheckedLogin): Actor {
  const { id: accountId, organisationId, roles, barredCaseIds } = account;
  return { accountId, organisationId, roles, barredCaseIds, openedCaseIds };
}
