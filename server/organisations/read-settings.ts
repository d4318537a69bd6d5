import { legalDayOf } from '../domain/legal-day.ts';
import { type RemindersThatHold, remindersThatHold } from '../domain/reminder-settings.ts';
import type { Actor } from '../domain/staff.ts';
import { type WarningRulesThatHold, warningRulesThatHold } from '../domain/warning-rules.ts';
import { organisationToDecide } from './organisation-policy.ts';
import type { OrganisationStore } from './organisation-store.ts';

export interface ReadSettingsDependencies {
  organisations: OrganisationStore;
  now: () => Date;
}

/** Shows what holds in an organisation, to those who decide it, with what it has of its own and what of the service. */
export function readSettings({ organisations, now }: ReadSettingsDependencies) {
  /** With the version of the organisation, by which they are changed. */
  async function reminders(
    actor: Actor,
    organisationId: string,
  ): Promise<{ version: number; held: RemindersThatHold }> {
    const { version, reminderSettings } = await organisationToDecide(actor, organisationId, organisations);
    return { version, held: remindersThatHold(reminderSettings) };
  }

  async function warningRules(actor: Actor, organisationId: string): Promise<WarningRulesThatHold> {
    const organisation = await organisationToDecide(actor, organisationId, organisations);
    return warningRulesThatHold(organisation.warningRules, legalDayOf(now()));
  }

  return { reminders, warningRules };
}
