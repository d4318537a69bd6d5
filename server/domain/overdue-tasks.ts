import type { Bilingual } from './bilingual.ts';
import type { MediationCase } from './case.ts';
import { type ClockContext, dayToActBy } from './deadline.ts';
import { type RuleCode, ruleOf } from './deadline-rules.ts';
import { deadlinesOnce } from './deadlines-once.ts';
import { isErased } from './erasure.ts';
import { stillDue } from './lapsing-limits.ts';
import type { LegalDay } from './legal-day.ts';
import { PROMISE_NAMES, promisedDays } from './promised-days.ts';

/** Something that should have been done by a day that has passed, and can still be done. */
export interface OverdueTask {
  /** The rule whose day it was; null where no law but a promise set it. */
  rule: RuleCode | null;
  name: Bilingual;
  dueOn: LegalDay;
}

/** What is overdue in a case on a day, the oldest first. */
export function overdueTasks(subject: MediationCase, clock: ClockContext, today: LegalDay): OverdueTask[] {
  if (isErased(subject)) return [];
  const { limits } = stillDue(deadlinesOnce(subject.clock, clock), today);
  return [
    ...limits.flatMap((deadline) => {
      const { rule } = deadline;
      const dueOn = dayToActBy(deadline);
      return dueOn === null ? [] : [{ rule, name: ruleOf(rule).name, dueOn }];
    }),
    ...promisedDays(subject).map(({ kind, on }) => ({ rule: null, name: PROMISE_NAMES[kind], dueOn: on })),
  ]
    .filter(({ dueOn }) => dueOn < today)
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}
