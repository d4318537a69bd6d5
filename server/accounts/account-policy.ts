import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { Account } from './account-store.ts';

/** Where an administrator administers: an organisation and all below it; null: everywhere. */
export function administeredOrganisation({ roles, organisationId }: Actor): string | null {
  if (!roles.includes('administrator')) {
    throw new Fault('not_permitted', { params: { needed: 'administrator' } });
  }
  return organisationId;
}

/**
 * Whether an account of this organisation (null: of the whole instance) is one that the administrator administers.
 * @throws Fault `not_permitted` for whoever is no administrator
 */
export async function isAdministered(
  actor: Actor,
  { organisationId }: Pick<Account, 'organisationId'>,
  organisations: Pick<OrganisationStore, 'find'>,
): Promise<boolean> {
  const top = administeredOrganisation(actor);
  if (top === null) return true;
  if (organisationId === null) return false;
  return (await organisations.find(organisationId))?.path.includes(top) ?? false;
}
