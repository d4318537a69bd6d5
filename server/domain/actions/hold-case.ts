import { CASE_STATES } from '../case-state.ts';
import type { CaseAction } from './case-action.ts';

export interface HoldCaseInput {
  reason: string;
}

const holding: Pick<CaseAction<HoldCaseInput>, 'from' | 'by' | 'happenedOn' | 'inOrder' | 'movesOn'> = {
  from: CASE_STATES,
  by: ['head', 'archivist'],
  happenedOn: () => ({}),
  inOrder: [],
  movesOn: null,
};

/** A suit, an audit or an inquiry needs the case as it is: it may not be erased (PIPL 47, second paragraph). */
export const setLegalHold: CaseAction<HoldCaseInput> = {
  ...holding,
  isOpen: ({ legalHold = null }) => legalHold === null,
  apply: ({ state }, { reason }, { actor, at, today }) => ({
    state,
    set: { legalHold: { reason, setAt: at, by: actor.accountId } },
    events: [],
    facts: [{ kind: 'legal-hold-set', happenedOn: today, note: reason }],
  }),
};

/** Nobody needs it as evidence any more. */
export const liftLegalHold: CaseAction<HoldCaseInput> = {
  ...holding,
  isOpen: ({ legalHold = null }) => legalHold !== null,
  apply: ({ state }, { reason }, { today }) => ({
    state,
    set: { legalHold: null },
    events: [],
    facts: [{ kind: 'legal-hold-lifted', happenedOn: today, note: reason }],
  }),
};
