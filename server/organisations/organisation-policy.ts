import { Fault } from '../domain/fault.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor } from '../domain/staff.ts';
import type { OrganisationStore } from './organisation-store.ts';

/**
 * The organisation, for those who decide how it works: its head, or an administrator of it or of one above it. One
 * that somebody else administers is answered like one that there is not.
 * @throws Fault `not_permitted`, `organisation_not_found`
 */
export async function organisationToDecide(
  actor: Actor,
  organisationId: string,
  organisations: OrganisationStore,
): Promise<Organisation> {
  const isOwnHead = actor.roles.includes('head') && actor.organisationId === organisationId;
  if (!isOwnHead && !actor.roles.includes('administrator')) {
    throw new Fault('not_permitted', { params: { needed: 'head, administrator' } });
  }
  const organisation = await organisations.find(organisationId);
  if (organisation === null || !decidesOn(actor, organisation)) throw new Fault('organisation_not_found');
  return organisation;
}

/** Whether somebody decides how an organisation works: its head, or an administrator of it or of one above it. */
export function decidesOn({ roles, organisationId }: Actor, { id, path }: Organisation): boolean {
  if (roles.includes('head') && organisationId === id) return true;
  return roles.includes('administrator') && (organisationId === null || path.includes(organisationId));
}
