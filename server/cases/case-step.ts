import type { CaseChange } from '../domain/actions/case-action.ts';
import type { MediationCase } from '../domain/case.ts';
import type { Fact } from '../domain/fact.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { Actor } from '../domain/staff.ts';
import { type Command, transition } from '../domain/transition.ts';
import type { RaisedWarning } from '../domain/warnings.ts';
import type { ChangeIdentity } from '../idempotency/change-identity.ts';

interface Recording {
  actor: Actor;
  at: Date;
  identity: Pick<ChangeIdentity, 'id'>;
  newId: () => string;
}

interface StepTaking extends Recording {
  /** The warning that the case is under as it stands. */
  warning: RaisedWarning | null;
}

/**
 * What a command makes of a case: what is to be written, the lines that it leaves, and the case as it is then.
 * @throws Fault as `transition` does
 */
export function caseStep(subject: MediationCase, command: Command, taking: StepTaking) {
  const { actor, at, newId, warning } = taking;
  const planned = transition(subject, command, { actor, at, today: legalDayOf(at), newId, warning });
  const facts = recorded(planned, taking);
  const change = withFactIds(planned, facts);
  return { change, facts, next: changedCase(subject, change, facts) };
}

export function recorded({ facts }: CaseChange, { actor, at, identity, newId }: Recording): Fact[] {
  return facts.map((fact, index) => ({
    ...fact,
    id: index === 0 ? identity.id : newId(),
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
