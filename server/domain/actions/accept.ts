import type { LegalDay } from '../legal-day.ts';
import type { CaseAction } from './case-action.ts';

export interface AcceptInput {
  acceptedOn: LegalDay;
  /** Mediation is voluntary: both sides must have agreed to it (O17 21). */
  applicantConsentOn: LegalDay;
  respondentConsentOn: LegalDay;
}

/** 受理: the application is accepted; M1 ends, M3 starts (O17 21, 22, 29). */
export const accept: CaseAction<AcceptInput> = {
  from: ['registered'],
  by: ['head', 'clerk'],
  happenedOn: ({ acceptedOn, applicantConsentOn, respondentConsentOn }) => ({
    applicantConsentOn,
    respondentConsentOn,
    acceptedOn,
  }),
  inOrder: [
    ['applicantConsentOn', 'acceptedOn'],
    ['respondentConsentOn', 'acceptedOn'],
  ],
  movesOn: 'acceptedOn',
  apply: (_subject, { acceptedOn }) => ({
    state: 'accepted',
    set: {},
    events: [{ kind: 'mediation-accepted', on: acceptedOn }],
    facts: [{ kind: 'accepted', happenedOn: acceptedOn, note: null }],
  }),
};
