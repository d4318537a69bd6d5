import type { LegalDay } from '../legal-day.ts';
import type { CaseAction } from './case-action.ts';

export interface RecordSessionInput {
  heldOn: LegalDay;
  /** 调解笔录: what was said, for the file. */
  record: string;
}

/** A mediation session and its record. */
export const recordSession: CaseAction<RecordSessionInput> = {
  from: ['in-mediation'],
  by: ['mediator', 'head'],
  happenedOn: ({ heldOn }) => ({ heldOn }),
  inOrder: [],
  movesOn: 'heldOn',
  apply: (_subject, { heldOn, record }) => ({
    state: 'in-mediation',
    set: {},
    events: [],
    facts: [{ kind: 'session-held', happenedOn: heldOn, note: record }],
  }),
};
