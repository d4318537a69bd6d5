import { Fault } from '../fault.ts';
import type { LegalDay } from '../legal-day.ts';
import type { CaseAction } from './case-action.ts';

export interface RecordBreachInput {
  instalmentId: string;
  notedOn: LegalDay;
}

/** 未履行: an instalment was missed. Opens the payment order (M7) and arbitration (LDMAA 15, 16). */
export const recordBreach: CaseAction<RecordBreachInput> = {
  from: ['agreed', 'breached'],
  by: ['mediator', 'head'],
  happenedOn: ({ notedOn }) => ({ notedOn }),
  inOrder: [],
  movesOn: 'notedOn',
  apply: (subject, { instalmentId, notedOn }) => {
    const instalment = subject.agreements
      .flatMap(({ instalments }) => instalments)
      .find(({ id, paidOn }) => id === instalmentId && paidOn === null);
    if (instalment === undefined) throw new Fault('instalment_not_found', { pointer: '/instalmentId' });
    if (notedOn <= instalment.dueOn) {
      throw new Fault('not_yet_missed', {
        pointer: '/notedOn',
        params: { day: notedOn, dueOn: instalment.dueOn },
      });
    }
    return {
      state: 'breached',
      set: {},
      events: [{ kind: 'instalment-missed', on: notedOn, instalmentId }],
      facts: [{ kind: 'instalment-missed', happenedOn: notedOn, note: instalmentId }],
    };
  },
};
