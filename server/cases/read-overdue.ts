import type { OverdueQuery } from '../../schemas/requests/overdue-query.ts';
import type { PageRequest } from '../database/list-place.ts';
import type { OrderPlace } from '../database/page-in-order.ts';
import { clockContext } from '../deadlines/clock-context.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { overdueTasks } from '../domain/due-tasks.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { Actor } from '../domain/staff.ts';
import { eachApart } from '../notices/each-apart.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { caseListRequest } from './case-list-request.ts';
import type { CaseListStore } from './case-list-store.ts';
import { overseeingRight, overseenCases } from './case-policy.ts';
import type { CaseStore } from './case-store.ts';

export interface ReadOverdueDependencies {
  cases: CaseStore;
  caseLists: CaseListStore;
  organisations: OrganisationStore;
  calendar: Calendar;
  now: () => Date;
}

/**
 * Shows heads and supervisors what is overdue in their organisation and below, the oldest first: of a case no more than its
 * number, its state, who has it and what is late. A case that cannot be read is named and keeps no other back.
 */
export function readOverdue({ cases, caseLists, organisations, calendar, now }: ReadOverdueDependencies) {
  async function show(subject: MediationCase, at: Date) {
    const { id, number, state, organisationId, registeredAt, mediatorId } = subject;
    const organisation = await organisations.find(organisationId);
    if (organisation === null) throw new Fault('organisation_not_found');
    const clock = clockContext(subject, organisation, calendar);
    const { name, phone } = organisation;
    return {
      caseId: id,
      number,
      state,
      organisation: { id: organisationId, name, phone },
      mediatorId,
      registeredAt,
      overdue: overdueTasks(subject, clock, legalDayOf(at)),
    };
  }

  return async (actor: Actor, query: PageRequest<OverdueQuery, OrderPlace>) => {
    const at = now();
    const asked = caseListRequest({ ...query, overdue: 'true' }, { right: overseeingRight(actor), now: at });
    const { cases: lines, next } = await caseLists.page(overseenCases(actor), asked);
    const found = await cases.withIds(lines.map(({ id }) => id));
    const byId = new Map(found.map((one) => [one.id, one]));
    const inOrder = lines.flatMap(({ id }) => byId.get(id) ?? []);
    const { done, failed } = await eachApart(inOrder, (one) => show(one.read(), at));
    return {
      // A road that closed since the case was looked at last: nothing of it can be done any more.
      cases: done.filter(({ overdue }) => overdue.length > 0),
      unreadable: failed.map(({ item }) => item.id),
      next,
    };
  };
}
