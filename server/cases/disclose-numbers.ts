import type { DisclosureRequest } from '../../schemas/requests/disclosure-requests.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { marksOf } from '../domain/case-marks.ts';
import { isErased } from '../domain/erasure.ts';
import type { DisclosedField, Fact } from '../domain/fact.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import { noticesOf } from '../domain/notices.ts';
import type { Actor } from '../domain/staff.ts';
import type { CaseWorker } from '../domain/worker.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import { noticeContext } from '../notices/notice-context.ts';
import { organisationOf } from '../organisations/organisation-of.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { visibleCases } from './case-policy.ts';
import type { CaseStore } from './case-store.ts';

export interface DiscloseNumbersDependencies {
  cases: CaseStore;
  organisations: OrganisationStore;
  calendar: Calendar;
  now: () => Date;
}

export interface Disclosure {
  /** The case as it is with the line that says who saw what. */
  subject: MediationCase;
  numbers: Partial<Record<DisclosedField, string | null>>;
}

/** Others write to the case too; the line is added to whatever it has become. */
const MOST_TRIES = 10;

/**
 * Shows numbers of a worker whole to somebody who works on the case, and writes on its timeline first who asked for
 * which of them and why (PIPL 51, 54: access is limited and can be audited).
 * @throws Fault `case_not_found`, `case_erased`, `worker_not_found`, `case_changed`
 */
export function discloseNumbers({ cases, organisations, calendar, now }: DiscloseNumbersDependencies) {
  async function withLine(subject: MediationCase, fact: Fact): Promise<MediationCase | null> {
    if (subject.timeline.some(({ id }) => id === fact.id)) return subject;
    const organisation = await organisationOf(subject, organisations);
    const next = { ...subject, version: subject.version + 1, timeline: [...subject.timeline, fact] };
    const context = noticeContext(next, organisation, calendar);
    const change = { state: subject.state, set: {}, events: [], facts: [] };
    const written = await cases.update(subject, {
      change,
      facts: [fact],
      marks: marksOf(next, { notices: noticesOf(next, context), clock: context.clock }, fact.recordedAt),
    });
    return written ? next : null;
  }

  return async (
    actor: Actor,
    { caseId, request }: { caseId: string; request: DisclosureRequest },
    identity: ChangeIdentity = newChange(),
  ): Promise<Disclosure> => {
    const at = now();
    const line = { ...lineOf(request), id: identity.id, recordedAt: at, recordedBy: actor.accountId };
    let version = 0;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const subject = await cases.find(caseId, visibleCases(actor));
      if (subject === null) throw new Fault('case_not_found');
      if (isErased(subject)) throw new Fault('case_erased');
      const worker = subject.workers.find(({ id }) => id === request.workerId);
      if (worker === undefined) throw new Fault('worker_not_found', { pointer: '/workerId' });
      const next = await withLine(subject, { ...line, happenedOn: legalDayOf(at) });
      if (next !== null) return { subject: next, numbers: numbersOf(worker, request.fields) };
      version = subject.version + 1;
    }
    throw new Fault('case_changed', { params: { version: String(version) } });
  };
}

function lineOf({
  workerId,
  fields,
  reason,
}: DisclosureRequest): Pick<Fact, 'kind' | 'note' | 'about' | 'fields'> {
  return { kind: 'numbers-disclosed', note: reason, about: workerId, fields: [...new Set(fields)] };
}

function numbersOf(worker: CaseWorker, fields: readonly DisclosedField[]): Disclosure['numbers'] {
  return Object.fromEntries(fields.map((field) => [field, worker[field] ?? null]));
}
