import type { MediationCase } from '../case.ts';
import { NOT_ARCHIVED } from '../case-state.ts';
import { Fault } from '../fault.ts';
import type { PartialDay } from '../partial-day.ts';
import type { CaseWorker, WorkerHelper } from '../worker.ts';
import type { CaseAction } from './case-action.ts';

export interface AddHelperInput {
  workerId: string;
  helper: Omit<WorkerHelper, 'id' | 'revokedOn'>;
  note: string | null;
}

/** 委托代办人: somebody comes who helps a worker, with what they may see and do. */
export const addHelper: CaseAction<AddHelperInput> = {
  from: NOT_ARCHIVED,
  by: ['clerk', 'mediator', 'head'],
  isOpen: ({ workers }) => workers.length > 0,
  happenedOn: ({ helper: { grantedOn } }) => ({ 'helper/grantedOn': grantedOn }),
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, { workerId, helper, note }, { newId }) => {
    if (!subject.workers.some(({ id }) => id === workerId)) {
      throw new Fault('worker_not_found', { pointer: '/workerId' });
    }
    const added = { ...helper, id: newId(), revokedOn: null };
    const workers = subject.workers.map((worker) =>
      worker.id === workerId ? { ...worker, helpers: [...(worker.helpers ?? []), added] } : worker,
    );
    return {
      state: subject.state,
      set: { workers },
      events: [],
      facts: [{ kind: 'helper-added', happenedOn: helper.grantedOn, note, about: added.id }],
    };
  },
};

export interface RevokeHelperInput {
  helperId: string;
  revokedOn: PartialDay | null;
  note: string | null;
}

/** 撤销委托: the worker takes it back, or the helper does no longer help. The row stays, with its day. */
export const revokeHelper: CaseAction<RevokeHelperInput> = {
  from: NOT_ARCHIVED,
  by: ['clerk', 'mediator', 'head'],
  isOpen: (subject) => standingHelpers(subject).length > 0,
  happenedOn: ({ revokedOn }) => ({ revokedOn }),
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, { helperId, revokedOn, note }, { today }) => {
    if (!standingHelpers(subject).some(({ id }) => id === helperId)) {
      throw new Fault('helper_not_found', { pointer: '/helperId' });
    }
    // Without its day, too, it is taken back from now on.
    const revoked = (worker: CaseWorker) => ({
      ...worker,
      helpers: (worker.helpers ?? []).map((helper) =>
        helper.id === helperId ? { ...helper, revokedOn: revokedOn ?? today } : helper,
      ),
    });
    return {
      state: subject.state,
      set: {
        workers: subject.workers.map((worker) =>
          worker.helpers?.some(({ id }) => id === helperId) ? revoked(worker) : worker,
        ),
      },
      events: [],
      facts: [{ kind: 'helper-revoked', happenedOn: revokedOn, note, about: helperId }],
    };
  },
};

function standingHelpers({ workers }: MediationCase): WorkerHelper[] {
  return workers.flatMap(({ helpers = [] }) => helpers).filter(({ revokedOn }) => revokedOn === null);
}
