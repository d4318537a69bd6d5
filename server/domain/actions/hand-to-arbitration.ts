import type { LegalDay } from '../legal-day.ts';
import type { CaseAction } from './case-action.ts';

export interface HandToArbitrationInput {
  handedOn: LegalDay;
  commission: string;
  /** The worker's consent to hand the file over. */
  consentOn: LegalDay;
  /** What was handed over, piece by piece. */
  documents: string[];
}

/** 移送仲裁: the commission receives the application; A1 has been kept and A3 starts (LDMAA 29). */
export const handToArbitration: CaseAction<HandToArbitrationInput> = {
  from: ['failed', 'breached', 'not-accepted'],
  by: ['mediator', 'head'],
  happenedOn: ({ handedOn, consentOn }) => ({ handedOn, consentOn }),
  inOrder: [['consentOn', 'handedOn']],
  movesOn: 'handedOn',
  apply: (_subject, input) => ({
    state: 'handed-to-arbitration',
    set: { handoff: input },
    events: [{ kind: 'arbitration-applied', on: input.handedOn }],
    facts: [{ kind: 'handed-to-arbitration', happenedOn: input.handedOn, note: input.commission }],
  }),
};
