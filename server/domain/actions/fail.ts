import type { LegalDay } from '../legal-day.ts';
import type { CaseAction } from './case-action.ts';

export interface FailInput {
  failedOn: LegalDay;
  reason: 'no-agreement' | 'party-quit' | 'time-ran-out';
  /** The day on which the parties got the closing statement with the advice on arbitration and its last day. */
  adviceGivenOn: LegalDay;
}

/** 调解不成. Interrupts A1 (O17 31), so the year for arbitration starts again. */
export const fail: CaseAction<FailInput> = {
  from: ['in-mediation'],
  by: ['mediator', 'head'],
  happenedOn: ({ failedOn, adviceGivenOn }) => ({ failedOn, adviceGivenOn }),
  inOrder: [],
  movesOn: 'failedOn',
  apply: (_subject, { failedOn, reason }) => ({
    state: 'failed',
    set: {},
    events: [{ kind: 'mediation-failed', on: failedOn }],
    facts: [{ kind: 'failed', happenedOn: failedOn, note: reason }],
  }),
};
