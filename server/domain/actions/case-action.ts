import type { CaseState, FactKind, MediationCase } from '../case.ts';
import type { DeadlineEvent } from '../deadline-events.ts';
import type { LegalDay } from '../legal-day.ts';
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

export interface NewFact {
  kind: FactKind;
  happenedOn: LegalDay;
  note: string | null;
}

/** What an action does to a case: its next state, what is set, what is added to the clock and the timeline. */
export interface CaseChange {
  state: CaseState;
  set: Partial<Pick<MediationCase, 'mediatorId' | 'agreements' | 'handoff' | 'risks' | 'acknowledgements'>>;
  events: DeadlineEvent[];
  facts: NewFact[];
}

/** One row of the lifecycle: from which states, by whom, and what it does. `days` are the input's days to check. */
export interface CaseAction<Input> {
  from: readonly CaseState[];
  by: readonly StaffRole[];
  /** Where more than the state decides whether the action is offered. */
  isOpen?: (subject: MediationCase, warning: RaisedWarning | null) => boolean;
  /** The days in the input that must have come, and may not lie before the application was received. */
  happenedOn: (input: Input) => Record<string, LegalDay>;
  /** Pairs of those days of which the first may not lie after the second. */
  inOrder: readonly (readonly [earlier: string, later: string])[];
  /** The day on which the case moves on: not before the step that brought it here. */
  movesOn: string | null;
  apply: (subject: MediationCase, input: Input, context: ActionContext) => CaseChange;
}
