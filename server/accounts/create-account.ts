import { hash } from '@node-rs/argon2';
import type { AccountRequest } from '../../schemas/requests/staff-requests.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { isAdministered } from './account-policy.ts';
import type { Account, AccountStore } from './account-store.ts';
import { checkPassword } from './password-rules.ts';

export interface CreateAccountDependencies {
  accounts: AccountStore;
  organisations: OrganisationStore;
  now: () => Date;
}

/** An administrator opens an account for a member of staff, who changes the password at the first login. */
export function createAccount({ accounts, organisations, now }: CreateAccountDependencies) {
  return async (
    actor: Actor,
    { password, ...request }: AccountRequest,
    { id }: ChangeIdentity = newChange(),
  ): Promise<Account> => {
    await checkPlace(actor, request, organisations);
    checkPassword(password, [request.username, request.displayName]);
    const stored = await accounts.findById(id);
    if (stored !== null) return stored;
    const account = newAccount(request, { id, passwordHash: await hash(password), createdAt: now() });
    await accounts.insert(account);
    return account;
  };
}

/** An account that nobody has used yet; its password was given out. */
export function newAccount(
  request: Omit<AccountRequest, 'password'>,
  made: Pick<Account, 'id' | 'passwordHash' | 'createdAt'>,
): Account {
  return {
    ...request,
    ...made,
    deadAddress: null,
    dailyDigest: false,
    passwordChangeDue: true,
    lock: null,
    totp: null,
    oidcIdentity: null,
    barredCaseIds: [],
    openedCases: [],
  };
}

/**
 * An account belongs to an organisation that the administrator administers; that of a whole instance administers it
 * and does nothing else.
 * @throws Fault `not_permitted`, `organisation_not_found`, `organisation_needed`
 */
export async function checkPlace(
  actor: Actor,
  account: Pick<Account, 'organisationId' | 'roles'>,
  organisations: OrganisationStore,
): Promise<void> {
  const known =
    account.organisationId === null || (await organisations.find(account.organisationId)) !== null;
  if (!(await isAdministered(actor, account, organisations)) || !known) {
    throw new Fault('organisation_not_found', { pointer: '/organisationId' });
  }
  if (account.organisationId === null && account.roles.some((role) => role !== 'administrator')) {
    throw new Fault('organisation_needed', { pointer: '/organisationId' });
  }
}
