import type { PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';

export const WAYS_OF_ASKING = ['telephone', 'letter', 'message', 'visit', 'in-person'] as const;

export interface AskRespondentInput {
  askedOn: PartialDay | null;
  by: (typeof WAYS_OF_ASKING)[number];
  note: string | null;
}

/** 征求对方意见: the respondent is asked whether it agrees to mediation (O17 21). M1 runs on. */
export const askRespondent: CaseAction<AskRespondentInput> = {
  from: ['registered', 'awaiting-consent'],
  by: ['clerk', 'mediator', 'head'],
  lacks: ({ respondents }) =>
    respondents.length > 0
      ? []
      : [{ code: 'respondent', zh: '尚未登记被申请人', en: 'no respondent is recorded yet' }],
  happenedOn: ({ askedOn }) => ({ askedOn }),
  inOrder: [],
  movesOn: null,
  apply: (_subject, { askedOn, by, note }) => ({
    state: 'awaiting-consent',
    set: {},
    events: [],
    facts: [{ kind: 'respondent-asked', happenedOn: askedOn, reason: by, note }],
  }),
};
