import { CASE_STATES } from '../case-state.ts';
import { OUTSIDE_FACTS, type OutsideFactKind } from '../outside-facts.ts';
import type { PartialDay } from '../partial-day.ts';
import type { Sum } from '../worker.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';

export interface RecordFactInput {
  kind: OutsideFactKind;
  happenedOn: PartialDay | null;
  /** The office, court or commission that did it or that it went to. */
  body: string | null;
  workers: number | null;
  sum: Sum | null;
  note: string | null;
}

/** Something happened to the dispute outside this organisation's hands: it goes on the timeline and on the clock. */
export const recordFact: CaseAction<RecordFactInput> = {
  from: CASE_STATES.filter((state) => state !== 'archived'),
  by: ['clerk', 'mediator', 'head'],
  happenedOn: ({ happenedOn }) => ({ happenedOn }),
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, { kind, happenedOn, body, workers, sum, note }) => {
    const { clock } = OUTSIDE_FACTS[kind];
    return {
      state: subject.state,
      set: {},
      events: clock === null ? [] : clockEvent(happenedOn, { kind: clock }),
      facts: [
        {
          kind,
          happenedOn,
          note,
          ...(body === null ? {} : { body }),
          ...(workers === null ? {} : { workers }),
          ...(sum === null ? {} : { sum }),
        },
      ],
    };
  },
};
