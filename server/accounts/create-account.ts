import { hash } from '@node-rs/argon2';
import type { AccountRequest } from '../../schemas/requests/staff-requests.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { Account, AccountStore } from './account-store.ts';

export interface CreateAccountDependencies {
  accounts: AccountStore;
  organisations: OrganisationStore;
  now: () => Date;
}

/** An administrator opens an account for a member of staff. */
export function createAccount({ accounts, organisations, now }: CreateAccountDependencies) {
  return async (
    actor: Actor,
    { password, ...request }: AccountRequest,
    { id }: ChangeIdentity = newChange(),
  ): Promise<Account> => {
    if (!actor.roles.includes('administrator')) {
      throw new Fault('not_permitted', { params: { needed: 'administrator' } });
    }
    if ((await organisations.find(request.organisationId)) === null) {
      throw new Fault('organisation_not_found', { pointer: '/organisationId' });
    }
    const stored = await accounts.findById(id);
    if (stored !== null) return stored;
    const account = {
      ...request,
      id,
      deadAddress: null,
      dailyDigest: false,
      passwordHash: await hash(password),
      createdAt: now(),
    };
    await accounts.insert(account);
    return account;
  };
}
