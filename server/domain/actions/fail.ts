import { AGREED_STATES } from '../case-state.ts';
import { toldDays } from '../line-days.ts';
import type { PartialDay } from '../partial-day.ts';
import { ofSome } from '../unsettled.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';
import { endForWorkers, shareOf, stateAfter } from './worker-outcomes.ts';

export const FAILURE_REASONS = ['no-agreement', 'party-quit', 'time-ran-out'] as const;

export interface FailInput {
  failedOn: PartialDay | null;
  reason: (typeof FAILURE_REASONS)[number];
  /** The day on which the parties got the closing statement with the advice on arbitration and its last day. */
  adviceGivenOn: PartialDay | null;
  /** For whom; null: for all who are still in dispute. */
  workerIds: string[] | null;
  note: string | null;
}

/**
 * 调解不成, for some or all. Interrupts A1 (O17 31), so the year for arbitration starts again. One more mediation, on
 * what an agreement left open or on its breach, leaves only its line: the agreement binds as before (LDMAA 14).
 */
export const fail: CaseAction<FailInput> = {
  from: ['in-mediation', ...AGREED_STATES],
  by: ['mediator', 'head'],
  happenedOn: ({ failedOn, adviceGivenOn }) => ({ failedOn, adviceGivenOn }),
  inOrder: [],
  movesOn: 'failedOn',
  apply: (subject, { failedOn, reason, workerIds, note, ...days }) => {
    const { workers, ids } = endForWorkers(subject, { kind: 'failed', on: failedOn, workerIds });
    const isOneMore = subject.state !== 'in-mediation';
    const state = isOneMore ? subject.state : stateAfter(subject, workers, 'failed');
    return {
      state,
      set: { workers },
      // While the others go on, M3 does. The year of those who failed starts again (O17 31), but the case has one
      // clock for all, and the earlier end is the safe one.
      events:
        isOneMore || state === 'in-mediation'
          ? []
          : clockEvent(failedOn, {
              kind: 'mediation-failed',
              ...ofSome({ ...subject, state, workers }, ids),
            }),
      facts: [
        {
          kind: 'failed',
          happenedOn: failedOn,
          ...toldDays('failed', days),
          reason,
          note,
          ...(ids.length === 0 ? {} : shareOf(subject.workers, ids)),
        },
      ],
    };
  },
};
