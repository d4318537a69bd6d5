import { toldDays } from '../line-days.ts';
import type { PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';

export interface StartMediationInput {
  startedOn: PartialDay | null;
  mediatorId: string;
  /** The day on which the mediator declared that nothing calls for recusal (回避). */
  recusalCheckedOn: PartialDay | null;
  /** The day on which both sides got the rights notice (权利义务告知书). */
  rightsNoticeOn: PartialDay | null;
  note: string | null;
}

/** The head names a mediator and mediation begins. */
export const startMediation: CaseAction<StartMediationInput> = {
  from: ['accepted'],
  by: ['head'],
  happenedOn: ({ startedOn, recusalCheckedOn, rightsNoticeOn }) => ({
    recusalCheckedOn,
    rightsNoticeOn,
    startedOn,
  }),
  inOrder: [
    ['recusalCheckedOn', 'startedOn'],
    ['rightsNoticeOn', 'startedOn'],
  ],
  movesOn: 'startedOn',
  apply: (_subject, { startedOn, mediatorId, note, ...days }) => ({
    state: 'in-mediation',
    set: { mediatorId },
    events: [],
    facts: [
      { kind: 'mediation-started', happenedOn: startedOn, ...toldDays('mediation-started', days), note },
    ],
  }),
};
