import type { MediationCase } from '../case.ts';
import { OPEN_STATES } from '../case-state.ts';
import { consentsAtEntry } from '../consent.ts';
import { Fault } from '../fault.ts';
import type { PartialDay } from '../partial-day.ts';
import { enteredWorker, type Headcount, isInDispute, isRepresentative, type NewWorker } from '../worker.ts';
import type { CaseAction } from './case-action.ts';

export interface AddWorkersInput {
  joinedOn: PartialDay | null;
  workers: NewWorker[];
}

/** More of the same firm come to the same table. */
export const addWorkers: CaseAction<AddWorkersInput> = {
  from: OPEN_STATES,
  by: ['clerk', 'mediator', 'head'],
  happenedOn: ({ joinedOn }) => ({ joinedOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { joinedOn, workers }, { newId }) => {
    checkRoom(subject, workers.length);
    const entry = { givenOn: joinedOn, channel: subject.channel };
    return {
      state: subject.state,
      set: {
        workers: [
          ...subject.workers,
          ...workers.map((worker) =>
            enteredWorker({ ...worker, joinedOn, consents: consentsAtEntry(worker, entry) }, newId),
          ),
        ],
      },
      events: [],
      facts: [{ kind: 'worker-joined', happenedOn: joinedOn, note: null, workers: workers.length }],
    };
  },
};

/** A case is one document, read and written as a whole: beyond this it would be slow for all who work on it. */
const MOST_WORKERS = 2000;

function checkRoom({ workers }: Pick<MediationCase, 'workers'>, joining: number): void {
  const there = workers.filter(({ left }) => !left).length;
  if (there + joining > MOST_WORKERS) {
    throw new Fault('case_full', {
      pointer: '/workers',
      params: { most: String(MOST_WORKERS), there: String(there) },
    });
  }
}

export interface RemoveWorkersInput {
  workerIds: string[];
  leftOn: PartialDay | null;
  reason: string;
}

/** Workers leave a group: they were entered by mistake, or go their own way. Their rows stay. */
export const removeWorkers: CaseAction<RemoveWorkersInput> = {
  from: OPEN_STATES,
  by: ['clerk', 'mediator', 'head'],
  isOpen: ({ workers }) => workers.some(isInDispute),
  happenedOn: ({ leftOn }) => ({ leftOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { workerIds, leftOn, reason }) => {
    const leaving = new Set(workerIds);
    const present = new Set(subject.workers.filter(isInDispute).map(({ id }) => id));
    for (const [index, id] of workerIds.entries()) {
      if (!present.has(id)) throw new Fault('worker_not_found', { pointer: `/workerIds/${index}` });
    }
    const workers = subject.workers.map((worker) =>
      leaving.has(worker.id) ? { ...worker, left: { on: leftOn, reason } } : worker,
    );
    return {
      state: subject.state,
      set: { workers },
      events: [],
      facts: [{ kind: 'worker-left', happenedOn: leftOn, note: reason, workers: leaving.size }],
    };
  },
};

export interface NameRepresentativesInput {
  workerIds: string[];
  electedOn: PartialDay | null;
  /** How many were elected, where the list does not say who. */
  elected: number | null;
  note: string | null;
}

/** Ten or more choose who speaks for them (LDMAA 7); each one's own consent to a settlement is still asked. */
export const nameRepresentatives: CaseAction<NameRepresentativesInput> = {
  from: OPEN_STATES,
  by: ['clerk', 'mediator', 'head'],
  isOpen: ({ workers }) => workers.length > 1,
  happenedOn: ({ electedOn }) => ({ electedOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { workerIds, electedOn, elected, note }, { today }) => {
    const chosen = new Set(workerIds);
    for (const [index, id] of workerIds.entries()) {
      if (!subject.workers.some((worker) => worker.id === id)) {
        throw new Fault('worker_not_found', { pointer: `/workerIds/${index}` });
      }
    }
    const workers = subject.workers.map((worker) =>
      chosen.has(worker.id) ? { ...worker, representativeSince: electedOn ?? today } : worker,
    );
    return {
      state: subject.state,
      set: { workers },
      events: [],
      facts: [
        { kind: 'representatives-named', happenedOn: electedOn, note, workers: elected ?? workerIds.length },
      ],
    };
  },
};

export interface EndRepresentationInput {
  workerIds: string[];
  endedOn: PartialDay | null;
  note: string | null;
}

/** A representative steps down, is replaced or left: who has nobody to speak for them is told of everything again. */
export const endRepresentation: CaseAction<EndRepresentationInput> = {
  from: OPEN_STATES,
  by: ['clerk', 'mediator', 'head'],
  isOpen: ({ workers }) => workers.some(isRepresentative),
  happenedOn: ({ endedOn }) => ({ endedOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { workerIds, endedOn, note }) => {
    const ending = new Set(workerIds);
    const representatives = new Map(subject.workers.filter(isRepresentative).map((row) => [row.id, row]));
    for (const [index, id] of workerIds.entries()) {
      if (!representatives.has(id)) throw new Fault('worker_not_found', { pointer: `/workerIds/${index}` });
    }
    const workers = subject.workers.map((worker) =>
      ending.has(worker.id) ? { ...worker, representativeSince: null } : worker,
    );
    return {
      state: subject.state,
      set: { workers },
      events: [],
      facts: [...ending].map((id) => ({
        kind: 'representation-ended',
        happenedOn: endedOn,
        note,
        about: id,
        was: { representativeSince: representatives.get(id)?.representativeSince ?? null },
      })),
    };
  },
};

/** How many are concerned, as it is told now. */
export const tellHeadcount: CaseAction<Headcount> = {
  from: OPEN_STATES,
  by: ['clerk', 'mediator', 'head'],
  happenedOn: ({ on }) => ({ on }),
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, headcount) => ({
    state: subject.state,
    set: { headcounts: [...(subject.headcounts ?? []), headcount] },
    events: [],
    facts: [
      {
        kind: 'headcount-told',
        happenedOn: headcount.on,
        note: null,
        ...(headcount.workers === null ? {} : { workers: headcount.workers }),
      },
    ],
  }),
};
