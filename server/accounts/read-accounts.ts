import type { AccountsQuery } from '../../schemas/requests/staff-requests.ts';
import { type PageRequest, placeBehind } from '../database/list-place.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { isAdministered } from './account-policy.ts';
import type { Account, AccountStore } from './account-store.ts';
import { accountView, colleagueView } from './account-view.ts';

export interface ReadAccountsDependencies {
  accounts: AccountStore;
  organisations: OrganisationStore;
}

/** Shows accounts: to an administrator those that they administer, to a head the names of their people. */
export function readAccounts({ accounts, organisations }: ReadAccountsDependencies) {
  /** @throws Fault `account_not_found`, also for one that is out of the administrator's reach */
  async function administered(actor: Actor, id: string): Promise<Account> {
    const account = await accounts.findById(id);
    if (account !== null && (await isAdministered(actor, account, organisations))) return account;
    throw new Fault('account_not_found');
  }

  /** The organisations whose accounts somebody lists; null: all of them. */
  async function listed({ roles, organisationId }: Actor): Promise<string[] | null> {
    if (!roles.includes('administrator') && !roles.includes('head')) {
      throw new Fault('not_permitted', { params: { needed: 'administrator, head' } });
    }
    return organisationId === null ? null : organisations.idsBelow(organisationId);
  }

  async function page(actor: Actor, { limit, after }: PageRequest<AccountsQuery, string>) {
    const organisationIds = await listed(actor);
    const found = await accounts.page({ organisationIds, limit, after });
    const view = actor.roles.includes('administrator') ? accountView : colleagueView;
    return { accounts: found.map(view), next: placeBehind(found, limit, ({ username }) => username) };
  }

  return { administered, page };
}
