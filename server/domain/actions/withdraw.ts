import type { PartialDay } from '../partial-day.ts';
import { ofSome } from '../unsettled.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';
import { endForWorkers, shareOf, stateAfter } from './worker-outcomes.ts';

export interface WithdrawInput {
  withdrawnOn: PartialDay | null;
  reason: string;
  /** Who withdraws; null: all who are still in dispute. */
  workerIds: string[] | null;
}

/** 撤回: the applicant withdraws, or some of a group do. */
export const withdraw: CaseAction<WithdrawInput> = {
  from: ['registered', 'awaiting-consent', 'accepted', 'in-mediation'],
  by: ['mediator', 'head', 'clerk'],
  happenedOn: ({ withdrawnOn }) => ({ withdrawnOn }),
  inOrder: [],
  movesOn: 'withdrawnOn',
  apply: (subject, { withdrawnOn, reason, workerIds }) => {
    const { workers, ids } = endForWorkers(subject, { kind: 'withdrawn', on: withdrawnOn, workerIds });
    const state = stateAfter(subject, workers, 'withdrawn');
    return {
      state,
      set: { workers },
      events:
        state === 'withdrawn'
          ? clockEvent(withdrawnOn, { kind: 'mediation-withdrawn', ...ofSome({ ...subject, workers }, ids) })
          : [],
      facts: [{ kind: 'withdrawn', happenedOn: withdrawnOn, note: reason, ...shareOf(subject.workers, ids) }],
    };
  },
};
