import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { currentWarning } from '../domain/case-marks.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { noticeContext } from '../notices/notice-context.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { visibleCases } from './case-policy.ts';
import type { CaseStore } from './case-store.ts';
import { caseSummary, caseView } from './case-view.ts';

export interface ReadCasesDependencies {
  cases: CaseStore;
  organisations: OrganisationStore;
  calendar: Calendar;
  now: () => Date;
}

/** A page of a list; `before` is what the next page is asked with. */
export interface CasePage {
  limit: number;
  before: Date | null;
}

/** Shows cases to staff, each as far as the one who asks may see it. */
export function readCases({ cases, organisations, calendar, now }: ReadCasesDependencies) {
  async function show(actor: Actor, subject: MediationCase) {
    const organisation = await organisations.find(subject.organisationId);
    if (organisation === null) throw new Fault('organisation_not_found');
    const context = noticeContext(subject, organisation, calendar);
    const warning = currentWarning(subject, context, now());
    return caseView(subject, { actor, clock: context.clock, warning });
  }

  async function one(actor: Actor, id: string) {
    const subject = await cases.find(id, visibleCases(actor));
    if (subject === null) throw new Fault('case_not_found');
    return show(actor, subject);
  }

  async function page(actor: Actor, { limit, before }: CasePage) {
    const found = await cases.list(visibleCases(actor), { limit, before });
    const last = found.length === limit ? found.at(-1) : undefined;
    return { cases: found.map(caseSummary), nextBefore: last?.registeredAt.toISOString() ?? null };
  }

  return { show, one, page };
}
