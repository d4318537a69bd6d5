import { hash } from '@node-rs/argon2';
import type { AccountEditRequest } from '../../schemas/requests/staff-requests.ts';
import { recordChanged } from '../database/record-changed.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { Account, AccountStore } from './account-store.ts';
import { checkPlace } from './create-account.ts';
import type { LoginStore } from './login-store.ts';
import { checkPassword } from './password-rules.ts';
import type { readAccounts } from './read-accounts.ts';
import type { secondFactor } from './second-factor.ts';

export interface AdministerAccountDependencies {
  accounts: AccountStore;
  logins: LoginStore;
  organisations: OrganisationStore;
  readAccounts: ReturnType<typeof readAccounts>;
  secondFactor: ReturnType<typeof secondFactor>;
  now: () => Date;
}

/** What an administrator does to an account of another person; rights follow the account at its next request. */
export function administerAccount(dependencies: AdministerAccountDependencies) {
  const { accounts, logins, organisations, readAccounts, secondFactor, now } = dependencies;

  /** Nobody shuts themselves out, and no service is left without an administrator. */
  async function another(actor: Actor, id: string): Promise<Account> {
    const account = await readAccounts.administered(actor, id);
    if (id === actor.accountId) throw new Fault('own_account');
    return account;
  }

  /** @throws Fault `record_changed` where somebody changed it since the version that was seen */
  async function edit(
    actor: Actor,
    { id, version }: { id: string; version: number },
    changes: AccountEditRequest,
  ): Promise<Account> {
    const { roles, organisationId, oidcIdentity } = changes;
    const concernsRights = [roles, organisationId, oidcIdentity].some((change) => change !== undefined);
    const account = await (concernsRights ? another(actor, id) : readAccounts.administered(actor, id));
    await checkPlace(actor, { ...account, ...changes }, organisations);
    const edited = await accounts.edit(id, version, changes);
    if (edited === null) throw recordChanged(await accounts.findById(id), 'account_not_found');
    return edited;
  }

  /** All logins end at once. */
  async function lock(actor: Actor, id: string, reason: string): Promise<Account> {
    const account = await another(actor, id);
    const lock = { at: now(), by: actor.accountId, reason };
    await accounts.setLock(id, lock);
    await logins.endAll(id);
    return (await accounts.findById(id)) ?? { ...account, lock };
  }

  async function unlock(actor: Actor, id: string): Promise<Account> {
    const account = await another(actor, id);
    // One that was being opened while the lock was set does not come alive again.
    await logins.endAll(id);
    await accounts.setLock(id, null);
    return (await accounts.findById(id)) ?? { ...account, lock: null };
  }

  /** A forgotten password: the new one must be changed at the next login, and all logins end. */
  async function resetPassword(actor: Actor, id: string, password: string): Promise<Account> {
    const account = await another(actor, id);
    checkPassword(password, [account.username, account.displayName]);
    const next = { passwordHash: await hash(password), passwordChangeDue: true };
    if (!(await accounts.setPassword(account, next))) throw new Fault('account_not_found');
    await logins.endAll(id);
    return (await accounts.findById(id)) ?? { ...account, ...next };
  }

  /** A lost telephone whose owner has no recovery code left. */
  async function removeSecondFactor(actor: Actor, id: string): Promise<void> {
    await secondFactor.remove(await another(actor, id));
    await logins.endAll(id);
  }

  async function endLogins(actor: Actor, id: string): Promise<void> {
    await logins.endAll((await readAccounts.administered(actor, id)).id);
  }

  return { edit, lock, unlock, resetPassword, removeSecondFactor, endLogins };
}
