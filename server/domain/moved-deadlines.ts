import type { Deadline } from './deadline.ts';
import type { RuleCode } from './deadline-rules.ts';
import type { LegalDay } from './legal-day.ts';

/** A deadline whose day changed when it was computed again: who was told `from` is now told `to`. */
export interface MovedDeadline {
  rule: RuleCode;
  subject?: string;
  startedOn: LegalDay;
  from: LegalDay | null;
  to: LegalDay | null;
}

/**
 * The open deadlines whose day moved between two computations of the same events, such as before and after a
 * holiday calendar was published. Those that have ended are left alone: nobody waits for them any more.
 */
export function movedDeadlines(before: readonly Deadline[], after: readonly Deadline[]): MovedDeadline[] {
  const earlier = new Map(before.map((deadline) => [keyOf(deadline), deadline]));
  return after.flatMap((deadline) => {
    const old = earlier.get(keyOf(deadline));
    if (!old || deadline.state === 'ended' || old.dueOn === deadline.dueOn) return [];
    const { rule, subject, startedOn, dueOn } = deadline;
    return [{ rule, ...(subject === undefined ? {} : { subject }), startedOn, from: old.dueOn, to: dueOn }];
  });
}

function keyOf({ rule, subject, startedOn }: Deadline): string {
  return JSON.stringify([rule, subject ?? null, startedOn]);
}
