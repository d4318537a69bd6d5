import { CASE_STATES } from '../case-state.ts';
import { type Consent, withConsent } from '../consent.ts';
import { Fault } from '../fault.ts';
import type { PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';
import { shareOf } from './worker-outcomes.ts';

/** Either the day on which it was given, or the one on which it was withdrawn. */
export interface RecordConsentInput extends Consent {
  /** Null: all of them. */
  workerIds: string[] | null;
}

/** A worker agrees to one purpose, or takes that back, which is open to them at any time (PIPL 14, 15). */
export const recordConsent: CaseAction<RecordConsentInput> = {
  from: CASE_STATES,
  by: ['clerk', 'mediator', 'head'],
  isOpen: ({ workers }) => workers.length > 0,
  happenedOn: ({ givenOn, withdrawnOn }): Record<string, PartialDay | null> =>
    withdrawnOn === null ? { givenOn } : { withdrawnOn },
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, { workerIds, ...consent }) => {
    const known = new Set(subject.workers.map(({ id }) => id));
    for (const [index, id] of (workerIds ?? []).entries()) {
      if (!known.has(id)) throw new Fault('worker_not_found', { pointer: `/workerIds/${index}` });
    }
    const chosen = new Set(workerIds ?? known);
    const [only, ...others] = chosen;
    return {
      state: subject.state,
      set: {
        workers: subject.workers.map((worker) =>
          chosen.has(worker.id)
            ? { ...worker, consents: withConsent(worker.consents ?? [], consent) }
            : worker,
        ),
      },
      events: [],
      facts: [
        {
          kind: consent.withdrawnOn === null ? 'consent-given' : 'consent-withdrawn',
          happenedOn: consent.withdrawnOn ?? consent.givenOn,
          reason: consent.purpose,
          note: null,
          ...shareOf(subject.workers, [...chosen]),
          ...(only !== undefined && others.length === 0 ? { about: only } : {}),
        },
      ],
    };
  },
};
