import { NOT_ARCHIVED } from '../case-state.ts';
import { consentMissing, dayOfConsent, withConsentToHandOn } from '../consent-to-hand-on.ts';
import { Fault } from '../fault.ts';
import type { PartialDay } from '../partial-day.ts';
import type { CaseLink, Referral } from '../referral.ts';
import { concernedIds, isConcerned } from '../worker.ts';
import type { CaseAction } from './case-action.ts';

export type ReferInput = Omit<Referral, 'id' | 'answeredOn' | 'answer'>;

/** 转介: legal aid, hardship help, inspection … are asked to help, on the worker's consent. */
export const refer: CaseAction<ReferInput> = {
  from: NOT_ARCHIVED,
  by: ['clerk', 'mediator', 'head'],
  happenedOn: ({ consentOn, sentOn }) => ({ sentOn, ...dayOfConsent(consentOn) }),
  inOrder: [['consentOn', 'sentOn']],
  movesOn: null,
  lacks: ({ workers }) => consentMissing(workers.filter(isConcerned), 'referral'),
  apply: (subject, input, { newId }) => {
    const { workerId, consentOn, sentOn, purpose, to, why } = input;
    if (workerId !== null && !subject.workers.some(({ id }) => id === workerId)) {
      throw new Fault('worker_not_found', { pointer: '/workerId' });
    }
    const workerIds = workerId === null ? concernedIds(subject.workers) : [workerId];
    const referral: Referral = { ...input, id: newId(), answeredOn: null, answer: null };
    return {
      state: subject.state,
      set: {
        referrals: [...(subject.referrals ?? []), referral],
        workers: withConsentToHandOn(subject.workers, { purpose: 'referral', consentOn, workerIds }),
      },
      events: [],
      facts: [
        { kind: 'referred', happenedOn: sentOn, reason: purpose, body: to, note: why, about: referral.id },
      ],
    };
  },
};

export interface RecordReferralAnswerInput {
  referralId: string;
  answeredOn: PartialDay;
  answer: string;
}

/** What came back of a referral. */
export const recordReferralAnswer: CaseAction<RecordReferralAnswerInput> = {
  from: NOT_ARCHIVED,
  by: ['clerk', 'mediator', 'head'],
  isOpen: ({ referrals = [] }) => referrals.some(({ answeredOn }) => answeredOn === null),
  happenedOn: ({ answeredOn }) => ({ answeredOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { referralId, answeredOn, answer }) => {
    const { referrals = [] } = subject;
    const open = referrals.find((row) => row.id === referralId && row.answeredOn === null);
    if (open === undefined) throw new Fault('referral_not_found', { pointer: '/referralId' });
    return {
      state: subject.state,
      set: { referrals: referrals.map((row) => (row === open ? { ...row, answeredOn, answer } : row)) },
      events: [],
      facts: [
        { kind: 'referral-answered', happenedOn: answeredOn, note: answer, body: open.to, about: referralId },
      ],
    };
  },
};

export type LinkCaseInput = Omit<CaseLink, 'id'>;

/** Another case belongs with this one: the same dispute elsewhere, a split, a merger, the firm's own suit. */
export const linkCase: CaseAction<LinkCaseInput> = {
  from: NOT_ARCHIVED,
  by: ['clerk', 'mediator', 'head'],
  happenedOn: () => ({}),
  inOrder: [],
  movesOn: null,
  apply: (subject, input, { newId, today }) => ({
    state: subject.state,
    set: { links: [...(subject.links ?? []), { ...input, id: newId() }] },
    events: [],
    facts: [
      { kind: 'case-linked', happenedOn: today, reason: input.kind, body: input.reference, note: input.note },
    ],
  }),
};
