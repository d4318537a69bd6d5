import { OPEN_STATES } from '../case-state.ts';
import type { PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';

export interface AssignMediatorInput {
  assignedOn: PartialDay | null;
  mediatorId: string;
  /** Why another one than before: recusal (回避), illness, load. */
  reason: string | null;
}

/** The case gets a mediator, or another one. */
export const assignMediator: CaseAction<AssignMediatorInput> = {
  from: OPEN_STATES,
  by: ['head'],
  happenedOn: ({ assignedOn }) => ({ assignedOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { assignedOn, mediatorId, reason }) => ({
    state: subject.state,
    set: { mediatorId },
    events: [],
    facts: [{ kind: 'mediator-assigned', happenedOn: assignedOn, note: reason }],
  }),
};
