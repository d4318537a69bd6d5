import type { OrganisationRequest } from '../../schemas/requests/staff-requests.ts';
import { Fault } from '../domain/fault.ts';
import type { Organisation } from '../domain/organisation.ts';
import { DEFAULT_REMINDER_SETTINGS } from '../domain/reminder-settings.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import type { OrganisationStore } from './organisation-store.ts';

/** An administrator adds an organisation to the tree. */
export function createOrganisation({ organisations }: { organisations: OrganisationStore }) {
  return async (
    actor: Actor,
    request: OrganisationRequest,
    { id }: ChangeIdentity = newChange(),
  ): Promise<Organisation> => {
    if (!actor.roles.includes('administrator')) {
      throw new Fault('not_permitted', { params: { needed: 'administrator' } });
    }
    const stored = await organisations.find(id);
    if (stored !== null) return stored;
    const organisation = {
      ...request,
      id,
      reminderSettings: DEFAULT_REMINDER_SETTINGS,
      eventsSince: null,
      path: [id, ...(await pathAbove(request.parentId, organisations))],
    };
    await organisations.insert(organisation);
    return organisation;
  };
}

async function pathAbove(parentId: string | null, organisations: OrganisationStore): Promise<string[]> {
  if (parentId === null) return [];
  const parent = await organisations.find(parentId);
  if (parent === null) throw new Fault('organisation_not_found', { pointer: '/parentId' });
  return parent.path;
}
