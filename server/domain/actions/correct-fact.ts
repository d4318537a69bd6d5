import { CASE_STATES } from '../case-state.ts';
import { Fault } from '../fault.ts';
import { earliestOf, type PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';

export interface CorrectFactInput {
  factId: string;
  /** The right day; null leaves the day as it is. */
  happenedOn: PartialDay | null;
  /** What was wrong and what is right. */
  note: string;
}

/**
 * 更正: the wrong line stays as it was written and a new one says what is right. Where the day was wrong, the clock
 * runs from the right one.
 */
export const correctFact: CaseAction<CorrectFactInput> = {
  from: CASE_STATES.filter((state) => state !== 'archived'),
  by: ['mediator', 'head'],
  happenedOn: ({ happenedOn }) => ({ happenedOn }),
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, { factId, happenedOn, note }) => {
    const fact = subject.timeline.find(({ id }) => id === factId);
    if (fact === undefined) throw new Fault('fact_not_found', { pointer: '/factId' });
    const clock =
      happenedOn === null
        ? null
        : subject.clock.map((event) =>
            event.factId === factId ? { ...event, on: earliestOf(happenedOn) } : event,
          );
    return {
      state: subject.state,
      set: clock === null ? {} : { clock },
      events: [],
      facts: [{ kind: 'corrected', happenedOn, note, about: factId }],
    };
  },
};
