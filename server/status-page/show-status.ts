import { clockContext } from '../deadlines/clock-context.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { CaseWorker } from '../domain/worker.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { statusView } from './status-view.ts';

export interface ShowStatusDependencies {
  organisations: OrganisationStore;
  calendar: Calendar;
  now: () => Date;
}

export type Status = ReturnType<typeof statusView>;

/** What the worker sees of a case that they have shown to be theirs; `asking` where it is known who of a group they are. */
export function showStatus({ organisations, calendar, now }: ShowStatusDependencies) {
  return async (subject: MediationCase, asking: readonly CaseWorker[] | null): Promise<Status> => {
    const organisation = await organisations.find(subject.organisationId);
    if (organisation === null) throw new Fault('lookup_failed');
    const clock = clockContext(subject, organisation, calendar);
    return statusView(subject, organisation, { clock, today: legalDayOf(now()), asking });
  };
}
