import { clockContext } from '../deadlines/clock-context.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import type { NoticeContext } from '../domain/notices.ts';
import type { Organisation } from '../domain/organisation.ts';

/** What an organisation's settings make of the notices of a case. */
export function noticeContext(
  subject: Pick<MediationCase, 'workers'>,
  organisation: Organisation,
  calendar: Calendar,
): NoticeContext {
  return {
    clock: clockContext(subject, organisation, calendar),
    calendar,
    regionCode: organisation.regionCode,
    hours: organisation.noticeHours,
    warningRules: organisation.warningRules,
    reminders: organisation.reminderSettings,
    formerReminders: organisation.formerReminderRows,
    eventsSince: organisation.eventsSince,
  };
}
