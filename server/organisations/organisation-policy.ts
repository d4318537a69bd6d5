import { Fault } from '../domain/fault.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor } from '../domain/staff.ts';
import type { OrganisationStore } from './organisation-store.ts';

/**
 * The organisation, for those who decide how it works: its head, or an administrator.
 * @throws Fault `not_permitted`, `organisation_not_found`
 */
export async function organisationToDecide(
  actor: Actor,
  organisationId: string,
  organisations: OrganisationStore,
): Promise<Organisation> {
  const decides =
    actor.roles.includes('administrator') ||
    (actor.roles.includes('head') && actor.organisationId === organisationId);
  if (!decides) throw new Fault('not_permitted', { params: { needed: 'head, administrator' } });
  const organisation = await organisations.find(organisationId);
  if (organisation === null) throw new Fault('organisation_not_found');
  return organisation;
}
