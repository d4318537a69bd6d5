import type { WarningsQuery } from '../../schemas/requests/warning-requests.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import { overseenCases } from '../cases/case-policy.ts';
import { type PageRequest, placeBehind, type TimePlace } from '../database/list-place.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { currentWarning } from '../domain/case-marks.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { noticeContext } from '../notices/notice-context.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { warningView } from './warning-view.ts';
import type { WatchedCaseStore } from './watched-case-store.ts';

export interface ReadWarningsDependencies {
  watchedCases: WatchedCaseStore;
  accounts: AccountStore;
  organisations: OrganisationStore;
  calendar: Calendar;
  now: () => Date;
}

/** Shows warnings to heads and supervisors: of a case no more than its number, its state and why it is watched. */
export function readWarnings({
  watchedCases,
  accounts,
  organisations,
  calendar,
  now,
}: ReadWarningsDependencies) {
  async function show(subject: MediationCase) {
    const organisation = await organisations.find(subject.organisationId);
    if (organisation === null) throw new Fault('organisation_not_found');
    const warning = currentWarning(subject, noticeContext(subject, organisation, calendar), now());
    return {
      caseId: subject.id,
      number: subject.number,
      version: subject.version,
      state: subject.state,
      organisation: { id: organisation.id, name: organisation.name, phone: organisation.phone },
      warning: warning === null ? null : warningView(warning),
      sameEmployer: subject.employerPatterns.map(({ openCases, sinceOn, cases }) => ({
        openCases,
        sinceOn,
        cases,
      })),
      acknowledgements: await Promise.all(
        subject.acknowledgements.map(async ({ grade, at, by }) => ({
          grade,
          at,
          by: (await accounts.findById(by))?.displayName ?? null,
        })),
      ),
    };
  }

  async function page(actor: Actor, query: PageRequest<WarningsQuery, TimePlace>) {
    const found = await watchedCases.page(overseenCases(actor), query, now());
    return {
      warnings: await Promise.all(found.map(({ subject }) => show(subject))),
      next: placeBehind(found, query.limit, ({ warnedAt, subject }) => ({ at: warnedAt, id: subject.id })),
    };
  }

  return { show, page };
}
