import { CASE_STATES } from '../case.ts';
import type { LegalDay } from '../legal-day.ts';
import { isOpen } from '../open-states.ts';
import type { RiskKind } from '../risk.ts';
import type { CaseAction } from './case-action.ts';

export interface RecordRiskInput {
  kind: RiskKind;
  knownOn: LegalDay;
  note: string | null;
}

/** Somebody learnt of a danger. It raises a warning (预警) by itself and moves nothing else. */
export const recordRisk: CaseAction<RecordRiskInput> = {
  from: CASE_STATES.filter(isOpen),
  by: ['mediator', 'head', 'clerk'],
  happenedOn: ({ knownOn }) => ({ knownOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, input, { newId, at }) => ({
    state: subject.state,
    set: { risks: [...subject.risks, { ...input, id: newId(), recordedAt: at }] },
    events: [],
    facts: [{ kind: 'risk-recorded', happenedOn: input.knownOn, note: input.kind }],
  }),
};
