import { toldDays } from '../line-days.ts';
import type { PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';

export interface AcceptInput {
  acceptedOn: PartialDay | null;
  /** Mediation is voluntary: both sides must have agreed to it (O17 21). */
  applicantConsentOn: PartialDay | null;
  respondentConsentOn: PartialDay | null;
  note: string | null;
}

/** 受理: the application is accepted; M1 ends, M3 starts (O17 21, 22, 29). */
export const accept: CaseAction<AcceptInput> = {
  from: ['registered', 'awaiting-consent'],
  by: ['head', 'clerk'],
  lacks: ({ state }) =>
    state === 'registered'
      ? [
          {
            code: 'respondent-consent',
            zh: '尚未记录对方是否同意调解',
            en: 'it is not recorded whether the other side agrees to mediation',
          },
        ]
      : [],
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
  apply: (_subject, { acceptedOn, note, ...days }) => ({
    state: 'accepted',
    set: {},
    events: clockEvent(acceptedOn, { kind: 'mediation-accepted' }),
    facts: [{ kind: 'accepted', happenedOn: acceptedOn, ...toldDays('accepted', days), note }],
  }),
};
