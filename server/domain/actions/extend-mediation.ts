import { toldDays } from '../line-days.ts';
import { lastOf, type PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';

export interface ExtendMediationInput {
  /** Calendar days added to M3. */
  days: number;
  /** Both parties sign the extension; one alone changes nothing (O17 29). */
  workerSignedOn: PartialDay;
  respondentSignedOn: PartialDay;
}

/** Mediation goes on past its 15 days because both parties agreed in writing (O17 29). */
export const extendMediation: CaseAction<ExtendMediationInput> = {
  from: ['in-mediation'],
  by: ['mediator', 'head'],
  happenedOn: ({ workerSignedOn, respondentSignedOn }) => ({ workerSignedOn, respondentSignedOn }),
  inOrder: [],
  movesOn: null,
  apply: (_subject, { days, ...signed }) => {
    const on = lastOf([signed.workerSignedOn, signed.respondentSignedOn]);
    return {
      state: 'in-mediation',
      set: {},
      events: clockEvent(on, { kind: 'mediation-extended', days, agreedByBoth: true }),
      facts: [
        {
          kind: 'mediation-extended',
          happenedOn: on,
          ...toldDays('mediation-extended', signed),
          note: `${days}`,
        },
      ],
    };
  },
};
