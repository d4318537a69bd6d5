import type { OrganisationRequest } from '../../schemas/requests/staff-requests.ts';
import { administeredOrganisation } from '../accounts/account-policy.ts';
import { Fault } from '../domain/fault.ts';
import type { Organisation } from '../domain/organisation.ts';
import { DEFAULT_REMINDER_SETTINGS } from '../domain/reminder-settings.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import type { OrganisationStore } from './organisation-store.ts';

/** An administrator adds an organisation to the tree: anywhere, or below the organisation that they administer. */
export function createOrganisation({ organisations }: { organisations: OrganisationStore }) {
  return async (
    actor: Actor,
    request: OrganisationRequest,
    { id }: ChangeIdentity = newChange(),
  ): Promise<Organisation> => {
    const top = administeredOrganisation(actor);
    const above = await pathAbove(request.parentId, organisations);
    if (above === null || (top !== null && !above.includes(top))) {
      throw new Fault('organisation_not_found', { pointer: '/parentId' });
    }
    const stored = await organisations.find(id);
    if (stored !== null) return stored;
    const organisation = {
      ...request,
      id,
      version: 0,
      reminderSettings: DEFAULT_REMINDER_SETTINGS,
      formerReminderRows: [],
      eventsSince: null,
      retentionRules: [],
      path: [id, ...above],
    };
    await organisations.insert(organisation);
    return organisation;
  };
}

/** The path of the parent; null where there is no such organisation. */
async function pathAbove(
  parentId: string | null,
  organisations: OrganisationStore,
): Promise<string[] | null> {
  return parentId === null ? [] : ((await organisations.find(parentId))?.path ?? null);
}
