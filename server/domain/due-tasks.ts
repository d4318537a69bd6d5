import type { Bilingual } from './bilingual.ts';
import type { MediationCase } from './case.ts';
import { type ClockContext, type Deadline, dayToActBy } from './deadline.ts';
import { type RuleCode, ruleOf } from './deadline-rules.ts';
import { deadlinesOnce } from './deadlines-once.ts';
import { isErased } from './erasure.ts';
import { stillDue } from './lapsing-limits.ts';
import type { LegalDay } from './legal-day.ts';
import { PROMISE_NAMES, type PromisedDay, promisedDays } from './promised-days.ts';

/** Something that is to be done by a day, or still can be though that day has passed. */
export interface DueTask {
  /** The rule whose day it is; null where no law but a promise set it. */
  rule: RuleCode | null;
  name: Bilingual;
  dueOn: LegalDay;
}

/** What somebody must still do by these limits and promises, the earliest first. */
export function dueTasks(limits: readonly Deadline[], promised: readonly PromisedDay[]): DueTask[] {
  return [
    ...limits.flatMap((deadline) => {
      const { rule } = deadline;
      const dueOn = dayToActBy(deadline);
      return dueOn === null ? [] : [{ rule, name: ruleOf(rule).name, dueOn }];
    }),
    ...promised.map(({ kind, on }) => ({ rule: null, name: PROMISE_NAMES[kind], dueOn: on })),
  ].sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

/** What is overdue in a case on a day, the oldest first. */
export function overdueTasks(subject: MediationCase, clock: ClockContext, today: LegalDay): DueTask[] {
  if (isErased(subject)) return [];
  const { limits } = stillDue(deadlinesOnce(subject.clock, clock), today);
  return dueTasks(limits, promisedDays(subject)).filter(({ dueOn }) => dueOn < today);
}
