import { randomUUID } from 'node:crypto';
import type { AccountStore } from '../accounts/account-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { isBarred } from '../domain/case-bar.ts';
import { currentWarning, marksOf } from '../domain/case-marks.ts';
import { Fault } from '../domain/fault.ts';
import { noticesOf } from '../domain/notices.ts';
import type { Actor } from '../domain/staff.ts';
import type { Command } from '../domain/transition.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import { noticeContext } from '../notices/notice-context.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { visibleCases } from './case-policy.ts';
import { caseStep } from './case-step.ts';
import type { CaseFilter, CaseStore } from './case-store.ts';
import { withCompletedPlaces } from './completed-places.ts';

export interface ActOnCaseDependencies {
  cases: CaseStore;
  accounts: AccountStore;
  organisations: OrganisationStore;
  calendar: Calendar;
  now: () => Date;
}

export interface ActOnCaseRequest {
  caseId: string;
  /** The version that the actor saw. */
  version: number;
  command: Command;
  /** The cases that the actor may do this to; those that they see, where nothing else is said. */
  among?: CaseFilter;
}

/** Takes a case one step through its life: loads it, asks the domain, writes everything in one update. */
export function actOnCase({ cases, accounts, organisations, calendar, now }: ActOnCaseDependencies) {
  return async (
    actor: Actor,
    request: ActOnCaseRequest,
    identity: ChangeIdentity = newChange(),
  ): Promise<MediationCase> => {
    const { caseId, version, command, among = visibleCases(actor) } = request;
    const subject = await cases.find(caseId, among);
    if (subject === null) throw new Fault('case_not_found');
    if (isRecorded(identity, subject)) return subject;
    if (subject.version !== version) throw caseChanged(subject.version);
    const organisation = await organisations.find(subject.organisationId);
    if (organisation === null) throw new Fault('organisation_not_found');
    const at = now();
    const warning = currentWarning(subject, noticeContext(subject, organisation, calendar), at);
    const taking = { actor, at, identity, newId: randomUUID, warning };
    const { change, facts, next } = caseStep(subject, withCompletedPlaces(command), taking);
    if (change.set.mediatorId) await checkMediator(change.set.mediatorId, subject, accounts);
    // The step may have changed what the clock goes by: who the workers are, and what they claim.
    const context = noticeContext(next, organisation, calendar);
    const marks = marksOf(next, { notices: noticesOf(next, context), clock: context.clock }, at);
    const written = await cases.update(subject, { change, facts, marks });
    if (written) return next;
    // The driver repeats a write whose answer was lost: then it is ours that came first.
    const stored = await cases.find(caseId, among);
    if (stored !== null && isRecorded(identity, stored)) return stored;
    throw caseChanged(stored?.version ?? subject.version + 1);
  };
}

export function caseChanged(version: number): Fault {
  return new Fault('case_changed', { params: { version: String(version) } });
}

async function checkMediator(
  mediatorId: string,
  subject: MediationCase,
  accounts: AccountStore,
): Promise<void> {
  const mediator = await accounts.findById(mediatorId);
  const suitable =
    mediator?.organisationId === subject.organisationId &&
    mediator.roles.includes('mediator') &&
    mediator.lock === null &&
    !isBarred(subject, mediatorId);
  if (!suitable) throw new Fault('mediator_unsuitable', { pointer: '/mediatorId' });
}

/** Whether the case has taken this very step already: its first fact carries the id of the change. */
export function isRecorded({ id }: ChangeIdentity, { timeline }: MediationCase): boolean {
  return timeline.some((fact) => fact.id === id);
}
