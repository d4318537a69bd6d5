import type { LegalDay } from '../legal-day.ts';
import type { CaseAction } from './case-action.ts';

export const REFUSAL_REASONS = [
  'outside-scope',
  'other-side-refuses',
  'before-commission-or-court',
  'no-respondent',
  'other-region',
  'duplicate',
  'inspection-or-insurance-matter',
] as const;

export interface RefuseInput {
  decidedOn: LegalDay;
  reason: (typeof REFUSAL_REASONS)[number];
  /** The worker is told in writing where to go instead (O17 22). */
  directedTo: string;
}

/** 不予受理: told in writing, with a coded reason (O17 22). The other side's refusal interrupts A1 (O17 31). */
export const refuse: CaseAction<RefuseInput> = {
  from: ['registered'],
  by: ['head'],
  happenedOn: ({ decidedOn }) => ({ decidedOn }),
  inOrder: [],
  movesOn: 'decidedOn',
  apply: (_subject, { decidedOn, reason, directedTo }) => ({
    state: 'not-accepted',
    set: {},
    events:
      reason === 'other-side-refuses'
        ? [
            { kind: 'other-side-refused', on: decidedOn },
            { kind: 'mediation-not-accepted', on: decidedOn },
          ]
        : [{ kind: 'mediation-not-accepted', on: decidedOn }],
    facts: [{ kind: 'not-accepted', happenedOn: decidedOn, note: `${reason}: ${directedTo}` }],
  }),
};
