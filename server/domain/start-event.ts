import type { DeadlineEvent } from './deadline-events.ts';
import { type RuleCode, ruleOf } from './deadline-rules.ts';
import type { LegalDay } from './legal-day.ts';

/** The plainest event that sets a rule running on a day: what a rule and a day alone mean. */
export function startEventOf(rule: RuleCode, on: LegalDay): DeadlineEvent | null {
  const [trigger] = ruleOf(rule).starts;
  if (!trigger) return null;
  const { kind, where, from } = trigger;
  // An instrument without a day for performance counts from taking effect, so that field stays away.
  return { kind, on, ...where, ...(from && from !== 'performUntilOn' ? { [from]: on } : {}) };
}
