import { randomUUID } from 'node:crypto';
import type { RegisterCaseRequest } from '../../schemas/requests/case-requests.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { marksOf } from '../domain/case-marks.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import { noticesOf } from '../domain/notices.ts';
import type { Organisation } from '../domain/organisation.ts';
import { earliestOf, isSurelyAfter, type PartialDay } from '../domain/partial-day.ts';
import { haveCreditCode } from '../domain/respondent.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import { noticeContext } from '../notices/notice-context.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { checkPlace } from '../places/check-place.ts';
import { caseDraft } from './case-draft.ts';
import { REGISTERING_ROLES } from './case-policy.ts';
import type { CaseStore } from './case-store.ts';
import { checkWorkerPlaces } from './completed-places.ts';
import { receiptCodeFrom, receiptCodeHash } from './receipt-code.ts';

export interface RegisterCaseDependencies {
  cases: CaseStore;
  organisations: OrganisationStore;
  calendar: Calendar;
  secret: Buffer;
  now: () => Date;
}

/** The case and the code for the worker's receipt, which is shown this once and stored only as a keyed hash. */
export interface RegisteredCase {
  subject: MediationCase;
  code: string;
}

/** 登记: stores a dispute under the next number of the clerk's organisation. M1 and M2 start (O17 21, LDMAA 14). */
export function registerCase({ cases, organisations, calendar, secret, now }: RegisterCaseDependencies) {
  return async (
    actor: Actor,
    request: RegisterCaseRequest,
    change: ChangeIdentity = newChange(),
  ): Promise<RegisteredCase> => {
    const organisation = await registeringOrganisation(actor, organisations);
    const at = now();
    checkDays(request, legalDayOf(at));
    checkPlaces(request);
    const code = receiptCodeFrom(change.seed);
    const draft = { ...caseDraft(request, { organisation, actor, at, newId: randomUUID }), id: change.id };
    const context = noticeContext(draft, organisation, calendar);
    const unnumbered = { ...draft, number: '', version: 0 };
    const notices = noticesOf(unnumbered, context);
    const marks = marksOf(unnumbered, { notices, clock: context.clock }, at);
    const employerCheckAt = haveCreditCode(draft.respondents) ? at : null;
    const subject = await cases.insert(
      { ...draft, ...marks, employerCheckAt, lookupCodeHash: receiptCodeHash(code, secret) },
      { year: Number(legalDayOf(at).slice(0, 4)), pattern: organisation.caseNumberPattern },
    );
    return { subject, code };
  };
}

async function registeringOrganisation(
  actor: Actor,
  organisations: OrganisationStore,
): Promise<Organisation> {
  if (!REGISTERING_ROLES.some((role) => actor.roles.includes(role))) {
    throw new Fault('not_permitted', { params: { needed: REGISTERING_ROLES.join(', ') } });
  }
  const organisation = actor.organisationId === null ? null : await organisations.find(actor.organisationId);
  if (organisation === null) throw new Fault('organisation_not_found');
  return organisation;
}

function checkPlaces({ workers, respondents, workplace }: RegisterCaseRequest): void {
  checkWorkerPlaces(workers);
  for (const [index, { registeredAt }] of respondents.entries()) {
    checkPlace(registeredAt, `/respondents/${index}/registeredAt`);
  }
  checkPlace(workplace, '/workplace');
}

function checkDays(request: RegisterCaseRequest, today: string): void {
  const { receivedOn, rightKnownOn, employmentEndedOn, consentToProcessOn } = request;
  const days = { receivedOn, rightKnownOn, employmentEndedOn, consentToProcessOn };
  for (const [field, day] of Object.entries(days)) checkNotToCome(`/${field}`, day, today);
  for (const [index, { happenedOn }] of request.history.entries()) {
    checkNotToCome(`/history/${index}/happenedOn`, happenedOn, today);
  }
  if (rightKnownOn !== null && receivedOn !== null && isSurelyAfter(rightKnownOn, receivedOn)) {
    throw new Fault('days_out_of_order', {
      pointer: '/rightKnownOn',
      params: { day: receivedOn, earliest: rightKnownOn, other: 'rightKnownOn' },
    });
  }
}

function checkNotToCome(pointer: string, day: PartialDay | null, today: string): void {
  if (day === null || earliestOf(day) <= today) return;
  throw new Fault('day_in_future', { pointer, params: { day, today } });
}
