import type { PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';

export interface PauseMediationInput {
  pausedOn: PartialDay;
  reason: string;
  /** O17 29 knows no pause: M3 stands still only where both sides agreed to it in writing. */
  agreedByBoth: boolean;
}

/** 中止调解, with its reason. */
export const pauseMediation: CaseAction<PauseMediationInput> = {
  from: ['in-mediation'],
  by: ['mediator', 'head'],
  isOpen: ({ timeline }) => !isPaused(timeline),
  happenedOn: ({ pausedOn }) => ({ pausedOn }),
  inOrder: [],
  movesOn: 'pausedOn',
  apply: (subject, { pausedOn, reason, agreedByBoth }) => ({
    state: subject.state,
    set: {},
    events: clockEvent(pausedOn, { kind: 'mediation-paused', agreedByBoth }),
    facts: [{ kind: 'mediation-paused', happenedOn: pausedOn, note: reason }],
  }),
};

export interface ResumeMediationInput {
  resumedOn: PartialDay;
}

/** 恢复调解. */
export const resumeMediation: CaseAction<ResumeMediationInput> = {
  from: ['in-mediation'],
  by: ['mediator', 'head'],
  isOpen: ({ timeline }) => isPaused(timeline),
  happenedOn: ({ resumedOn }) => ({ resumedOn }),
  inOrder: [],
  movesOn: 'resumedOn',
  apply: (subject, { resumedOn }) => ({
    state: subject.state,
    set: {},
    events: clockEvent(resumedOn, { kind: 'mediation-resumed' }),
    facts: [{ kind: 'mediation-resumed', happenedOn: resumedOn, note: null }],
  }),
};

function isPaused(timeline: readonly { kind: string }[]): boolean {
  const last = timeline.findLast(({ kind }) => kind === 'mediation-paused' || kind === 'mediation-resumed');
  return last?.kind === 'mediation-paused';
}
