import type { Bilingual } from '../bilingual.ts';
import type { MediationCase } from '../case.ts';
import type { CaseState } from '../case-state.ts';
import type { DeadlineEvent } from '../deadline-events.ts';
import type { Fact } from '../fact.ts';
import type { LegalDay } from '../legal-day.ts';
import type { PartialDay } from '../partial-day.ts';
import type { Actor, StaffRole } from '../staff.ts';
import type { RaisedWarning } from '../warnings.ts';

/** What the domain is given besides the case and the input. */
export interface ActionContext {
  today: LegalDay;
  at: Date;
  /** The warning that the case is under as it stands. */
  warning: RaisedWarning | null;
  newId: () => string;
  actor: Actor;
}

export type NewFact = Omit<Fact, 'id' | 'recordedAt' | 'recordedBy'>;

/** What an action does to a case: its next state, what is set, what is added to the clock and the timeline. */
export interface CaseChange {
  state: CaseState;
  set: Partial<Omit<MediationCase, 'id' | 'version' | 'number' | 'state' | 'timeline' | 'organisationPath'>>;
  events: DeadlineEvent[];
  facts: NewFact[];
}

/** Something that a case still lacks before an action can be done well, as a person reads it. */
export interface Lack extends Bilingual {
  code: string;
}

/** One row of the lifecycle: from which states, by whom, and what it does. */
export interface CaseAction<Input> {
  from: readonly CaseState[];
  by: readonly StaffRole[];
  /** Where more than the state decides whether the action is offered. */
  isOpen?: (subject: MediationCase, warning: RaisedWarning | null) => boolean;
  /** Its own faults say better than the list of open actions why it is not open. */
  explainsItself?: boolean;
  /** What the case lacks for it. */
  lacks?: (subject: MediationCase) => Lack[];
  /** The days in the input that must have come, and may not lie before the application was received. */
  happenedOn: (input: Input) => Record<string, PartialDay | null>;
  /** Facts from before the application may be told later. */
  mayPrecedeApplication?: boolean;
  /** Pairs of those days of which the first may not lie after the second. */
  inOrder: readonly (readonly [earlier: string, later: string])[];
  /** The day on which the case moves on: not before the step that brought it here. */
  movesOn: string | null;
  apply: (subject: MediationCase, input: Input, context: ActionContext) => CaseChange;
}
