import type { CaseState, FactKind, MediationCase } from '../case.ts';
import type { DeadlineEvent } from '../deadline-events.ts';
import type { LegalDay } from '../legal-day.ts';
import type { StaffRole } from '../staff.ts';

/** What the domain is given besides the case and the input: the day it is, and a source of new ids. */
export interface ActionContext {
  today: LegalDay;
  newId: () => string;
}

export interface NewFact {
  kind: FactKind;
  happenedOn: LegalDay;
  note: string | null;
}

/** What an action does to a case: its next state, what is set, what is added to the clock and the timeline. */
export interface CaseChange {
  state: CaseState;
  set: Partial<Pick<MediationCase, 'mediatorId' | 'agreements' | 'handoff'>>;
  events: DeadlineEvent[];
  facts: NewFact[];
}

/** One row of the lifecycle: from which states, by whom, and what it does. `days` are the input's days to check. */
export interface CaseAction<Input> {
  from: readonly CaseState[];
  by: readonly StaffRole[];
  /** The days in the input that must have come, and may not lie before the application was received. */
  happenedOn: (input: Input) => Record<string, LegalDay>;
  apply: (subject: MediationCase, input: Input, context: ActionContext) => CaseChange;
}
