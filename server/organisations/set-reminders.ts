import type { CaseRevisitStore } from '../cases/case-revisit-store.ts';
import { recordChanged } from '../database/record-changed.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { ReminderSettings } from '../domain/reminder-settings.ts';
import { formerRowsAfter } from '../domain/rows-in-force.ts';
import type { Actor } from '../domain/staff.ts';
import { organisationToDecide } from './organisation-policy.ts';
import type { OrganisationStore } from './organisation-store.ts';

export interface SetRemindersDependencies {
  organisations: OrganisationStore;
  revisitCases: CaseRevisitStore;
  now: () => Date;
}

interface ReminderChange {
  organisationId: string;
  /** Of the organisation, as it was seen. */
  version: number;
  settings: ReminderSettings;
}

/**
 * A head decides when and how the reminders of the organisation's cases go out, or an administrator does. The rows of
 * before are remembered, since they decided until now. Every case of which somebody is still told something is looked at
 * again: a reminder that now comes earlier must not wait for the day of the old one.
 */
export function setReminders({ organisations, revisitCases, now }: SetRemindersDependencies) {
  return async (
    actor: Actor,
    { organisationId, version, settings }: ReminderChange,
  ): Promise<Organisation> => {
    const before = await organisationToDecide(actor, organisationId, organisations);
    const at = now();
    const organisation = await organisations.setReminders(organisationId, version, {
      reminderSettings: settings,
      formerReminderRows: formerRowsAfter(before, settings, at),
    });
    if (organisation === null) {
      throw recordChanged(await organisations.find(organisationId), 'organisation_not_found');
    }
    await revisitCases.ofOrganisation(organisationId, at);
    return organisation;
  };
}
