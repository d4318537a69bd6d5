import { OPEN_STATES } from '../case-state.ts';
import { Fault } from '../fault.ts';
import type { WarningGrade } from '../warning-grade.ts';
import { isAcknowledged } from '../warnings.ts';
import type { CaseAction } from './case-action.ts';

export interface AcknowledgeWarningInput {
  /** The grade that was seen: one that has risen meanwhile must be seen first. */
  grade: WarningGrade;
}

/** A person takes note of a warning, which then does not escalate. */
export const acknowledgeWarning: CaseAction<AcknowledgeWarningInput> = {
  from: OPEN_STATES,
  by: ['head', 'supervisor'],
  isOpen: (subject, warning) => warning !== null && !isAcknowledged(subject, warning.grade),
  explainsItself: true,
  happenedOn: () => ({}),
  inOrder: [],
  movesOn: null,
  apply: (subject, { grade }, { actor, at, today, warning }) => {
    if (warning?.grade !== grade) {
      const current = warning?.grade ?? '–';
      throw new Fault('warning_not_raised', { pointer: '/grade', params: { grade, current } });
    }
    if (isAcknowledged(subject, grade)) throw new Fault('warning_acknowledged', { params: { grade } });
    return {
      state: subject.state,
      set: { acknowledgements: [...subject.acknowledgements, { grade, at, by: actor.accountId }] },
      events: [],
      facts: [{ kind: 'warning-acknowledged', happenedOn: today, reason: grade, note: null }],
    };
  },
};
