import type { CaseRevisitStore } from '../cases/case-revisit-store.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { ReminderSettings } from '../domain/reminder-settings.ts';
import type { Actor } from '../domain/staff.ts';
import { organisationToDecide } from './organisation-policy.ts';
import type { OrganisationStore } from './organisation-store.ts';

export interface SetRemindersDependencies {
  organisations: OrganisationStore;
  revisitCases: CaseRevisitStore;
  now: () => Date;
}

/**
 * A head decides when and how the reminders of the organisation's cases go out, or an administrator does. Every
 * case is looked at again: a reminder that now comes earlier must not wait for the day of the old one.
 */
export function setReminders({ organisations, revisitCases, now }: SetRemindersDependencies) {
  return async (
    actor: Actor,
    { organisationId, settings }: { organisationId: string; settings: ReminderSettings },
  ): Promise<Organisation> => {
    const organisation = await organisationToDecide(actor, organisationId, organisations);
    await organisations.setReminders(organisationId, settings);
    await revisitCases.ofOrganisation(organisationId, now());
    return { ...organisation, reminderSettings: settings };
  };
}
