import type { MediationCase } from '../case.ts';
import { NOT_ARCHIVED } from '../case-state.ts';
import { type Consent, consentsAtEntry, newestConsent } from '../consent.ts';
import { Fault } from '../fault.ts';
import { formerValues, type RespondentCorrection, type WorkerCorrection } from '../former-values.ts';
import type { LegalDay } from '../legal-day.ts';
import type { PartialDay } from '../partial-day.ts';
import type { CaseWorker } from '../worker.ts';
import type { CaseAction } from './case-action.ts';

export interface CorrectWorkerInput {
  workerId: string;
  /** Only what is to be otherwise. */
  changes: WorkerCorrection;
  /** Needed where a row gets its name: the day on which the worker agreed to be recorded (PIPL 13). */
  consentToProcessOn: PartialDay | null;
  /** What was wrong, or where it is known from. */
  note: string;
}

/**
 * 更正 of a worker's row: a number that was mistyped, a name that the list of the group brings. What the row said
 * before stays on the timeline; search, warnings and notices go by what it says now.
 * @throws Fault `worker_not_found`, `name_without_consent`
 */
export const correctWorker: CaseAction<CorrectWorkerInput> = {
  from: NOT_ARCHIVED,
  by: ['clerk', 'mediator', 'head'],
  isOpen: ({ workers }) => workers.length > 0,
  happenedOn: ({ consentToProcessOn }): Record<string, PartialDay> =>
    consentToProcessOn === null ? {} : { consentToProcessOn },
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, { workerId, changes, consentToProcessOn, note }, { today }) => {
    const worker = subject.workers.find(({ id }) => id === workerId);
    if (worker === undefined) throw new Fault('worker_not_found', { pointer: '/workerId' });
    const added = consentsWith(worker, changes, {
      consentToProcessOn,
      channel: subject.channel,
      today,
    });
    const consents = added.length === 0 ? {} : { consents: [...(worker.consents ?? []), ...added] };
    const corrected = { ...worker, ...changes, ...consents };
    return {
      state: subject.state,
      set: { workers: subject.workers.map((row) => (row === worker ? corrected : row)) },
      events: [],
      facts: [
        {
          kind: 'worker-corrected',
          happenedOn: today,
          note,
          about: workerId,
          ...formerValues<WorkerCorrection>(worker, changes),
        },
      ],
    };
  },
};

interface Entry extends Pick<MediationCase, 'channel'>, Pick<CorrectWorkerInput, 'consentToProcessOn'> {
  today: LegalDay;
}

/** Who gets a name agrees to be recorded by it, and who now wishes to be written to agrees to that, as at the entry. */
function consentsWith(
  worker: CaseWorker,
  { name = null, contact }: WorkerCorrection,
  { consentToProcessOn, channel, today }: Entry,
): Consent[] {
  const standing = newestConsent(worker, 'process')?.withdrawnOn === null;
  const isNamed = worker.name === null && name !== null && !standing;
  if (isNamed && consentToProcessOn === null) {
    throw new Fault('name_without_consent', { pointer: '/consentToProcessOn' });
  }
  const isTexted = contact !== undefined && contact.by !== worker.contact.by;
  const agreed = {
    name: isNamed ? name : null,
    contact: isTexted ? contact : ({ by: 'call', safeHours: null } as const),
  };
  return consentsAtEntry(agreed, { givenOn: consentToProcessOn ?? today, channel });
}

export interface CorrectRespondentInput {
  respondentId: string;
  changes: RespondentCorrection;
  note: string;
}

/**
 * 更正 of a respondent's row: its name, credit code or seat as they should have been. What became of it is
 * `change-respondent`.
 * @throws Fault `respondent_not_found`, `respondent_unnamed`
 */
export const correctRespondent: CaseAction<CorrectRespondentInput> = {
  from: NOT_ARCHIVED,
  by: ['clerk', 'mediator', 'head'],
  isOpen: ({ respondents }) => respondents.length > 0,
  happenedOn: () => ({}),
  inOrder: [],
  movesOn: null,
  apply: (subject, { respondentId, changes, note }, { today }) => {
    const respondent = subject.respondents.find(({ id }) => id === respondentId);
    if (respondent === undefined) throw new Fault('respondent_not_found', { pointer: '/respondentId' });
    const corrected = { ...respondent, ...changes };
    if (corrected.name === null && (corrected.description ?? null) === null) {
      throw new Fault('respondent_unnamed', { pointer: '/changes/name' });
    }
    return {
      state: subject.state,
      set: { respondents: subject.respondents.map((row) => (row === respondent ? corrected : row)) },
      events: [],
      facts: [
        {
          kind: 'respondent-corrected',
          happenedOn: today,
          note,
          about: respondentId,
          ...formerValues<RespondentCorrection>(respondent, changes),
        },
      ],
    };
  },
};
