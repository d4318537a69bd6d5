import { type Deadline, dayToActBy } from './deadline.ts';
import type { RuleCode } from './deadline-rules.ts';
import { addDays, type LegalDay } from './legal-day.ts';

/**
 * Limits that are over with their last day, done or not: a road is closed (a claim, a suit, a joint application that
 * came too late) or another one is open (arbitration, after M2), and nothing is left to be done by them. All others
 * stay until what they ask for has been done, however late.
 */
const LAPSING: readonly RuleCode[] = [
  'M2',
  'M4',
  'M5',
  'M6',
  'A1',
  'A4-defence',
  'A5-postpone',
  'A8',
  'A8-set-aside',
  'A8-after',
  'A10',
  'A11',
  'A12',
  // The employer's month (工伤保险条例 17); after it A13-worker goes on.
  'A13',
  'A13-worker',
  'A13-again',
  'A15',
  'A15-enforcement',
];

/** What a case is still due for. */
export interface StillDue {
  /** By rule and day, the earliest first. */
  limits: readonly Deadline[];
  /** The day from which on the first of them is due no more, though nothing happened; null where it stays. */
  lapsesOn: LegalDay | null;
}

/** The limits by which somebody must still do something on a day or after it. */
export function stillDue(deadlines: readonly Deadline[], today: LegalDay): StillDue {
  const limits = deadlines
    .filter(({ nature, state, dueOn }) => nature === 'limit' && state === 'running' && dueOn !== null)
    .filter((deadline) => !isLapsed(deadline, today))
    .sort((one, other) => (dayToActBy(one) ?? '').localeCompare(dayToActBy(other) ?? ''));
  const [first] = limits;
  const lastDay = first !== undefined && isOverWithItsDay(first.rule) ? first.dueOn : null;
  return { limits, lapsesOn: lastDay === null ? null : addDays(lastDay, 1) };
}

function isLapsed({ rule, dueOn }: Deadline, today: LegalDay): boolean {
  return isOverWithItsDay(rule) && dueOn !== null && dueOn < today;
}

/** Whether nothing is left to be done by a limit once its last day has passed. */
export function isOverWithItsDay(rule: RuleCode): boolean {
  return LAPSING.includes(rule);
}
