import { randomUUID } from 'node:crypto';
import type { ReplaceReceiptCodeRequest } from '../../schemas/requests/receipt-requests.ts';
import { caseChanged, isRecorded } from '../cases/act-on-case.ts';
import { visibleCases } from '../cases/case-policy.ts';
import { changedCase, recorded } from '../cases/case-step.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { receiptCodeFrom, receiptCodeHash } from '../cases/receipt-code.ts';
import type { RegisteredCase } from '../cases/register-case.ts';
import type { CaseChange } from '../domain/actions/case-action.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { marksOf } from '../domain/case-marks.ts';
import { isErased } from '../domain/erasure.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import { noticesOf } from '../domain/notices.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import { noticeContext } from '../notices/notice-context.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';

export interface ReplaceReceiptCodeDependencies {
  cases: CaseStore;
  organisations: OrganisationStore;
  calendar: Calendar;
  secret: Buffer;
  now: () => Date;
}

interface Replacement {
  actor: Actor;
  identity: ChangeIdentity;
  request: ReplaceReceiptCodeRequest;
}

/** Nothing that was seen of the case decides, so a lost race is simply run again. */
const MOST_TRIES = 5;

/**
 * Gives a worker who comes to the counter another code, which is shown this once; the old one dies with the same write.
 * Whoever works on the case may do it; its timeline tells that it was done and why, never the code.
 * @throws Fault `case_not_found`, `case_erased`
 */
export function replaceReceiptCode(dependencies: ReplaceReceiptCodeDependencies) {
  const { cases, secret } = dependencies;
  const write = writeReplacement(dependencies);

  return async (
    actor: Actor,
    { caseId, request }: { caseId: string; request: ReplaceReceiptCodeRequest },
    identity: ChangeIdentity = newChange(),
  ): Promise<RegisteredCase> => {
    const code = receiptCodeFrom(identity.seed);
    for (let attempt = 1; ; attempt += 1) {
      const subject = await cases.find(caseId, visibleCases(actor));
      if (subject === null) throw new Fault('case_not_found');
      if (isRecorded(identity, subject)) return { subject, code };
      if (isErased(subject)) throw new Fault('case_erased');
      const next = await write(subject, { actor, identity, request }, receiptCodeHash(code, secret));
      if (next !== null) return { subject: next, code };
      if (attempt === MOST_TRIES) throw caseChanged(subject.version + 1);
    }
  };
}

/** Null where somebody else wrote first. */
function writeReplacement({ cases, organisations, calendar, now }: ReplaceReceiptCodeDependencies) {
  return async (subject: MediationCase, replacement: Replacement, lookupCodeHash: string) => {
    const { actor, identity, request } = replacement;
    const organisation = await organisations.find(subject.organisationId);
    if (organisation === null) throw new Fault('organisation_not_found');
    const at = now();
    const change: CaseChange = {
      state: subject.state,
      set: {},
      events: [],
      facts: [{ kind: 'receipt-code-replaced', happenedOn: legalDayOf(at), ...request }],
    };
    const facts = recorded(change, { actor, at, identity, newId: randomUUID });
    const next = changedCase(subject, change, facts);
    const context = noticeContext(subject, organisation, calendar);
    const marks = marksOf(next, { notices: noticesOf(next, context), clock: context.clock }, at);
    return (await cases.update(subject, { change, facts, marks, lookupCodeHash })) ? next : null;
  };
}
