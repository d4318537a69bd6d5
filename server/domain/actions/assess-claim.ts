import type { ToldSums } from '../case.ts';
import { OPEN_STATES } from '../case-state.ts';
import type { PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';
import { claimIn, withClaim } from './change-claims.ts';

export interface AssessClaimInput {
  claimId: string;
  assessedOn: PartialDay | null;
  assessedFen: number;
  note: string | null;
}

/** 核定: what the mediator finds owed, beside what is claimed. */
export const assessClaim: CaseAction<AssessClaimInput> = {
  from: OPEN_STATES,
  by: ['mediator', 'head'],
  happenedOn: ({ assessedOn }) => ({ assessedOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { claimId, assessedOn, assessedFen, note }) => {
    const assessed = { ...claimIn(subject, claimId), assessedFen };
    return {
      state: subject.state,
      set: withClaim(subject, assessed),
      events: [],
      facts: [
        {
          kind: 'claim-assessed',
          happenedOn: assessedOn,
          note,
          about: claimId,
          sum: { fen: assessedFen, precision: 'exact' },
        },
      ],
    };
  },
};

export interface TellSumsInput extends ToldSums {
  toldOn: PartialDay | null;
}

/** Sums of the case as a whole, as told where nobody knows each share; what is added up from the lines stays. */
export const tellSums: CaseAction<TellSumsInput> = {
  from: [...OPEN_STATES, 'performed', 'withdrawn', 'terminated', 'settled-in-arbitration'],
  by: ['clerk', 'mediator', 'head'],
  happenedOn: ({ toldOn }) => ({ toldOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { toldOn, ...toldSums }) => ({
    state: subject.state,
    set: { toldSums },
    events: [],
    facts: [{ kind: 'sums-told', happenedOn: toldOn, note: null, toldSums }],
  }),
};
