import type { PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';
import { endForWorkers, shareOf, stateAfter } from './worker-outcomes.ts';

export const TERMINATION_REASONS = [
  'settled-privately',
  'party-not-found',
  'consent-withdrawn',
  'entered-arbitration-or-court',
  'suspected-crime-or-false-claim',
  'death-without-successor',
  'employer-dissolved',
] as const;

export interface TerminateInput {
  terminatedOn: PartialDay | null;
  reason: (typeof TERMINATION_REASONS)[number];
  note: string | null;
  workerIds: string[] | null;
}

/** 终止调解, with a coded reason. Where the employer was dissolved, an investor or sponsor may be added instead. */
export const terminate: CaseAction<TerminateInput> = {
  from: ['registered', 'awaiting-consent', 'accepted', 'in-mediation'],
  by: ['head'],
  happenedOn: ({ terminatedOn }) => ({ terminatedOn }),
  inOrder: [],
  movesOn: 'terminatedOn',
  apply: (subject, { terminatedOn, reason, note, workerIds }) => {
    const { workers, ids } = endForWorkers(subject, { kind: 'terminated', on: terminatedOn, workerIds });
    const state = stateAfter(subject, workers, 'terminated');
    return {
      state,
      set: { workers },
      events: state === 'terminated' ? clockEvent(terminatedOn, { kind: 'mediation-terminated' }) : [],
      facts: [
        { kind: 'terminated', happenedOn: terminatedOn, reason, note, ...shareOf(subject.workers, ids) },
      ],
    };
  },
};
