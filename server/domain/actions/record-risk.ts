import { OPEN_STATES } from '../case-state.ts';
import type { PartialDay } from '../partial-day.ts';
import type { RiskKind } from '../risk.ts';
import type { CaseAction } from './case-action.ts';

export interface RecordRiskInput {
  kind: RiskKind;
  knownOn: PartialDay;
  note: string | null;
}

/** Somebody learnt of a danger. It raises a warning (预警) by itself and moves nothing else. */
export const recordRisk: CaseAction<RecordRiskInput> = {
  from: OPEN_STATES,
  by: ['mediator', 'head', 'clerk'],
  happenedOn: ({ knownOn }) => ({ knownOn }),
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, input, { newId, at }) => ({
    state: subject.state,
    set: { risks: [...subject.risks, { ...input, id: newId(), recordedAt: at }] },
    events: [],
    facts: [{ kind: 'risk-recorded', happenedOn: input.knownOn, reason: input.kind, note: null }],
  }),
};
