import { AGREED_STATES } from '../case-state.ts';
import { Fault } from '../fault.ts';
import type { PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';

export interface RecordDutyInput {
  dutyId: string;
  /** The day on which somebody looked and saw that it is being done. */
  doneOn: PartialDay;
  note: string | null;
}

/** A duty that is not money was done: back at work, insurance paid, hours changed. */
export const recordDuty: CaseAction<RecordDutyInput> = {
  from: AGREED_STATES,
  by: ['mediator', 'head', 'clerk'],
  isOpen: ({ agreements }) =>
    agreements.some(({ duties = [] }) => duties.some(({ doneOn }) => doneOn === null)),
  happenedOn: ({ doneOn }) => ({ doneOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { dutyId, doneOn, note }) => {
    const open = subject.agreements.some(({ duties = [] }) =>
      duties.some((duty) => duty.id === dutyId && duty.doneOn === null),
    );
    if (!open) throw new Fault('duty_not_found', { pointer: '/dutyId' });
    const agreements = subject.agreements.map((agreement) => ({
      ...agreement,
      duties: (agreement.duties ?? []).map((duty) => (duty.id === dutyId ? { ...duty, doneOn } : duty)),
    }));
    return {
      state: subject.state,
      set: { agreements },
      events: [],
      facts: [{ kind: 'duty-done', happenedOn: doneOn, note, about: dutyId }],
    };
  },
};
