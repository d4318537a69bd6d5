import type { MediationCase } from '../case.ts';
import type { Fact } from '../fact.ts';
import { Fault } from '../fault.ts';
import { rightDay } from '../line-days.ts';
import { isSurelyAfter, type PartialDay } from '../partial-day.ts';
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
  apply: (subject, { pausedOn, reason, agreedByBoth }) => {
    checkAfterLast(subject, { field: 'pausedOn', day: pausedOn });
    return {
      state: subject.state,
      set: {},
      events: clockEvent(pausedOn, { kind: 'mediation-paused', agreedByBoth }),
      facts: [{ kind: 'mediation-paused', happenedOn: pausedOn, note: reason }],
    };
  },
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
  apply: (subject, { resumedOn }) => {
    checkAfterLast(subject, { field: 'resumedOn', day: resumedOn });
    return {
      state: subject.state,
      set: {},
      events: clockEvent(resumedOn, { kind: 'mediation-resumed' }),
      facts: [{ kind: 'mediation-resumed', happenedOn: resumedOn, note: null }],
    };
  },
};

/** Whether mediation stands still. */
export function isPaused(timeline: readonly Fact[]): boolean {
  return lastPause(timeline)?.kind === 'mediation-paused';
}

/** The last line that says that mediation stood still, or that it went on. */
function lastPause(timeline: readonly Fact[]): Fact | undefined {
  return timeline.findLast(({ kind }) => kind === 'mediation-paused' || kind === 'mediation-resumed');
}

/** @throws Fault `days_out_of_order` where mediation would go on before it stood still, or the other way round */
function checkAfterLast(
  { timeline }: Pick<MediationCase, 'timeline'>,
  { field, day }: { field: string; day: PartialDay },
): void {
  const line = lastPause(timeline);
  const last = line === undefined ? null : rightDay(timeline, { line, day: null });
  if (line === undefined || last === null || !isSurelyAfter(last, day)) return;
  const other = line.kind === 'mediation-paused' ? 'pausedOn' : 'resumedOn';
  throw new Fault('days_out_of_order', { pointer: `/${field}`, params: { day, earliest: last, other } });
}
