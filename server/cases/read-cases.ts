import type { CaseListQuery } from '../../schemas/requests/case-list-query.ts';
import type { PageRequest } from '../database/list-place.ts';
import type { OrderPlace } from '../database/page-in-order.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { currentWarning } from '../domain/case-marks.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { Actor } from '../domain/staff.ts';
import { noticeContext } from '../notices/notice-context.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { caseListRequest } from './case-list-request.ts';
import type { CaseListStore } from './case-list-store.ts';
import { listRight, visibleCases } from './case-policy.ts';
import type { CaseStore } from './case-store.ts';
import { caseView } from './case-view.ts';

export interface ReadCasesDependencies {
  cases: CaseStore;
  caseLists: CaseListStore;
  organisations: OrganisationStore;
  calendar: Calendar;
  now: () => Date;
}

/** Shows cases to staff, each as far as the one who asks may see it. */
export function readCases({ cases, caseLists, organisations, calendar, now }: ReadCasesDependencies) {
  async function show(actor: Actor, subject: MediationCase) {
    const organisation = await organisations.find(subject.organisationId);
    if (organisation === null) throw new Fault('organisation_not_found');
    const context = noticeContext(subject, organisation, calendar);
    const at = now();
    const warning = currentWarning(subject, context, at);
    return caseView(subject, { actor, clock: context.clock, today: legalDayOf(at), warning });
  }

  async function one(actor: Actor, id: string) {
    const subject = await cases.find(id, visibleCases(actor));
    if (subject === null) throw new Fault('case_not_found');
    return show(actor, subject);
  }

  async function page(actor: Actor, query: PageRequest<CaseListQuery, OrderPlace>) {
    const request = caseListRequest(query, { right: listRight(actor), now: now() });
    return caseLists.page(visibleCases(actor), request);
  }

  return { show, one, page };
}
