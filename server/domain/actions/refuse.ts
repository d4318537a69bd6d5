import type { PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';

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
  decidedOn: PartialDay | null;
  reason: (typeof REFUSAL_REASONS)[number];
  /** The worker is told in writing where to go instead (O17 22). */
  directedTo: string;
  note: string | null;
}

/** 不予受理: told in writing, with a coded reason (O17 22). The other side's refusal interrupts A1 (O17 31). */
export const refuse: CaseAction<RefuseInput> = {
  from: ['registered', 'awaiting-consent'],
  by: ['head'],
  happenedOn: ({ decidedOn }) => ({ decidedOn }),
  inOrder: [],
  movesOn: 'decidedOn',
  apply: (_subject, { decidedOn, reason, directedTo, note }) => ({
    state: 'not-accepted',
    set: {},
    events: [
      ...(reason === 'other-side-refuses' ? clockEvent(decidedOn, { kind: 'other-side-refused' }) : []),
      ...clockEvent(decidedOn, { kind: 'mediation-not-accepted' }),
    ],
    facts: [{ kind: 'not-accepted', happenedOn: decidedOn, reason, body: directedTo, note }],
  }),
};
