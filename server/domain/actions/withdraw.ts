import type { LegalDay } from '../legal-day.ts';
import type { CaseAction } from './case-action.ts';

export interface WithdrawInput {
  withdrawnOn: LegalDay;
  reason: string;
}

/** 撤回: the applicant withdraws. */
export const withdraw: CaseAction<WithdrawInput> = {
  from: ['registered', 'accepted', 'in-mediation'],
  by: ['mediator', 'head', 'clerk'],
  happenedOn: ({ withdrawnOn }) => ({ withdrawnOn }),
  inOrder: [],
  movesOn: 'withdrawnOn',
  apply: (_subject, { withdrawnOn, reason }) => ({
    state: 'withdrawn',
    set: {},
    events: [{ kind: 'mediation-withdrawn', on: withdrawnOn }],
    facts: [{ kind: 'withdrawn', happenedOn: withdrawnOn, note: reason }],
  }),
};
