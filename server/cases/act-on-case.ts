import { randomUUID } from 'node:crypto';
import type { AccountStore } from '../accounts/account-store.ts';
import type { CaseChange } from '../domain/actions/case-action.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { isBarred } from '../domain/case-bar.ts';
import { currentWarning, marksOf } from '../domain/case-marks.ts';
import type { Fact } from '../domain/fact.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import { noticesOf } from '../domain/notices.ts';
import type { Actor } from '../domain/staff.ts';
import { type Command, transition } from '../domain/transition.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import { noticeContext } from '../notices/notice-context.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { visibleCases } from './case-policy.ts';
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
    const context = noticeContext(subject, organisation, calendar);
    const planned = transition(subject, withCompletedPlaces(command), {
      actor,
      at,
      today: legalDayOf(at),
      newId: randomUUID,
      warning: currentWarning(subject, context, at),
    });
    if (planned.set.mediatorId) await checkMediator(planned.set.mediatorId, subject, accounts);
    const facts = recorded(planned, { actor, at, identity });
    const change = withFactIds(planned, facts);
    const next = changedCase(subject, change, facts);
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

export function recorded(
  { facts }: CaseChange,
  { actor, at, identity }: { actor: Actor; at: Date; identity: ChangeIdentity },
): Fact[] {
  return facts.map((fact, index) => ({
    ...fact,
    id: index === 0 ? identity.id : randomUUID(),
    recordedAt: at,
    recordedBy: actor.accountId,
  }));
}

/** What runs on the clock names the line that it stands for, so that a correction of the line finds it. */
function withFactIds(change: CaseChange, [first]: readonly Fact[]): CaseChange {
  if (first === undefined) return change;
  return { ...change, events: change.events.map((event) => ({ ...event, factId: first.id })) };
}

export function changedCase(
  subject: MediationCase,
  change: CaseChange,
  facts: readonly Fact[],
): MediationCase {
  return {
    ...subject,
    ...change.set,
    state: change.state,
    version: subject.version + 1,
    clock: [...(change.set.clock ?? subject.clock), ...change.events],
    timeline: [...subject.timeline, ...facts],
  };
}
