import { randomUUID } from 'node:crypto';
import type { RegisterCaseRequest } from '../../schemas/requests/case-requests.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { CaseWorker, MediationCase, Respondent } from '../domain/case.ts';
import { marksOf } from '../domain/case-marks.ts';
import type { DeadlineEvent } from '../domain/deadline-events.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import { noticesOf } from '../domain/notices.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor } from '../domain/staff.ts';
import { owesOnlyWages } from '../domain/wage-claims.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import { noticeContext } from '../notices/notice-context.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { REGISTERING_ROLES } from './case-policy.ts';
import type { CaseStore } from './case-store.ts';
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
    const code = receiptCodeFrom(change.seed);
    const draft = { ...caseDraft(request, { organisation, actor, at }), id: change.id };
    const context = noticeContext(draft, organisation, calendar);
    const notices = noticesOf({ ...draft, number: '', version: 0 }, context);
    const employerCheckAt = draft.respondents.some(({ creditCode }) => creditCode !== null) ? at : null;
    const subject = await cases.insert(
      { ...draft, ...marksOf(notices, at), employerCheckAt, lookupCodeHash: receiptCodeHash(code, secret) },
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

function checkDays(request: RegisterCaseRequest, today: string): void {
  const { receivedOn, rightKnownOn, employmentEndedOn, consentToProcessOn } = request;
  for (const [field, day] of Object.entries({
    receivedOn,
    rightKnownOn,
    employmentEndedOn,
    consentToProcessOn,
  })) {
    if (day !== null && day > today) {
      throw new Fault('day_in_future', { pointer: `/${field}`, params: { day, today } });
    }
  }
  if (rightKnownOn !== null && rightKnownOn > receivedOn) {
    throw new Fault('days_out_of_order', {
      pointer: '/rightKnownOn',
      params: { day: receivedOn, earliest: rightKnownOn, other: 'rightKnownOn' },
    });
  }
}

function caseDraft(
  request: RegisterCaseRequest,
  { organisation, actor, at }: { organisation: Organisation; actor: Actor; at: Date },
): Omit<MediationCase, 'id' | 'number' | 'version'> {
  const { channel, receivedOn, workplace, summary } = request;
  return {
    organisationId: organisation.id,
    organisationPath: organisation.path,
    state: 'registered',
    channel,
    receivedOn,
    registeredAt: at,
    workers: request.workers.map(withIds),
    respondents: request.respondents.map((row): Respondent => ({ ...row, id: randomUUID() })),
    workplace,
    summary,
    mediatorId: null,
    agreements: [],
    handoff: null,
    risks: [],
    employerPatterns: [],
    acknowledgements: [],
    clock: openingEvents(request),
    dayMoves: [],
    timeline: [
      {
        id: randomUUID(),
        kind: 'registered',
        happenedOn: receivedOn,
        recordedAt: at,
        recordedBy: actor.accountId,
        note: null,
      },
    ],
  };
}

function withIds(row: RegisterCaseRequest['workers'][number]): CaseWorker {
  return { ...row, id: randomUUID(), claims: row.claims.map((claim) => ({ ...claim, id: randomUUID() })) };
}

function openingEvents(request: RegisterCaseRequest): DeadlineEvent[] {
  const { receivedOn, rightKnownOn, employmentGoesOn, employmentEndedOn, workers } = request;
  const events: DeadlineEvent[] = [];
  // Wage arrears have no limit while the employment lasts (LDMAA 27): only where that is known, and where no
  // other claim, which has its year all the same, stands in the case.
  const wageArrears = (employmentGoesOn || employmentEndedOn !== null) && owesOnlyWages(workers);
  if (rightKnownOn !== null) events.push({ kind: 'right-known', on: rightKnownOn, wageArrears });
  if (employmentEndedOn !== null) events.push({ kind: 'employment-ended', on: employmentEndedOn });
  events.push({ kind: 'application-received', on: receivedOn });
  return events;
}
