import type { MediationCase } from '../case.ts';
import { FINAL_STATES } from '../case-state.ts';
import { hasWithdrawn } from '../consent.ts';
import { refuseWithout } from '../consent-to-go-on.ts';
import type { PartialDay } from '../partial-day.ts';
import type { CaseAction, CaseChange } from './case-action.ts';
import { clockEvent } from './clock-events.ts';

export interface ArchiveInput {
  archivedOn: PartialDay;
  /** Pages of 正卷 and of 副卷, in the order of their index. */
  files: string[];
}

/** 归档: the file is closed and put in its order. */
export const archive: CaseAction<ArchiveInput> = {
  from: FINAL_STATES,
  by: ['archivist', 'head'],
  lacks: ({ closing }) =>
    closing ? [] : [{ code: 'closing', zh: '尚无结案小结', en: 'there is no closing summary yet' }],
  happenedOn: ({ archivedOn }) => ({ archivedOn }),
  inOrder: [],
  movesOn: 'archivedOn',
  apply: (_subject, { archivedOn, files }) => ({
    state: 'archived',
    set: {},
    events: clockEvent(archivedOn, { kind: 'case-closed' }),
    facts: [{ kind: 'archived', happenedOn: archivedOn, note: files.length === 0 ? null : files.join('\n') }],
  }),
};

export interface ReopenInput {
  reopenedOn: PartialDay | null;
  reason: string;
}

/** 重新立案: a new application on the same file; M1 and M2 start anew, A1 runs as it did and is interrupted. */
export const reopen: CaseAction<ReopenInput> = {
  from: [...FINAL_STATES, 'archived'],
  by: ['head'],
  happenedOn: ({ reopenedOn }) => ({ reopenedOn }),
  inOrder: [],
  movesOn: 'reopenedOn',
  apply: (subject, { reopenedOn, reason }) => {
    // Nobody is left with whom it could go on.
    const there = subject.workers.filter(({ left }) => (left ?? null) === null);
    const withdrawn = there.filter((worker) => hasWithdrawn(worker, 'process'));
    if (withdrawn.length === there.length) refuseWithout(withdrawn);
    return reopened(subject, { reopenedOn, reason });
  },
};

function reopened(subject: MediationCase, { reopenedOn, reason }: ReopenInput): CaseChange {
  return {
    state: 'registered',
    set: {
      // Who was paid has been paid, and the others are in dispute again; where it was said of all, it is what is
      // disputed. Who took back the consent to be recorded stays as they ended (PIPL 15).
      workers: subject.workers.map((worker) =>
        (worker.outcome?.kind === 'settled' && !isSettledForAll(subject)) || hasWithdrawn(worker, 'process')
          ? worker
          : { ...worker, outcome: null },
      ),
      // A1 had ended with it.
      clock: subject.clock.filter(({ kind }) => kind !== 'agreement-performed'),
    },
    events: clockEvent(reopenedOn, { kind: 'application-received' }),
    facts: [{ kind: 'reopened', happenedOn: reopenedOn, note: reason }],
  };
}

function isSettledForAll({ workers }: MediationCase): boolean {
  return workers.every(({ outcome }) => outcome?.kind === 'settled');
}
