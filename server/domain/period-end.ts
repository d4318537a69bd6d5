import { addMonthsToNumber, type DayNumber } from './day-number.ts';
import type { DeadlineRule, PeriodUnit } from './deadline-rule.ts';
import type { WorkingDays } from './working-days.ts';

/** Days that do not count: from the first day of the stop until the day before `to`; null: not over yet. */
export interface Stop {
  from: DayNumber;
  to: DayNumber | null;
}

export interface Period {
  /** The day that starts the count and does not count itself (Civil Code 201). */
  anchor: DayNumber;
  amount: number;
  unit: PeriodUnit;
  direction: DeadlineRule['direction'];
  suspension: DeadlineRule['suspension'];
  /** In order, without overlaps. */
  stops: readonly Stop[];
}

/** The last day of a period before any roll; null while it is stopped without an end. */
export function endOfPeriod(period: Period, days: WorkingDays): DayNumber | null {
  let end = plainEnd(period, days);
  for (const stop of period.stops) {
    const first = Math.max(stop.from, firstStoppable(period, end));
    if (first > end) continue;
    if (stop.to === null) return null;
    if (stop.to <= first) continue;
    end = endAfterStop(period, { end, first, to: stop.to }, days);
  }
  return end;
}

function plainEnd({ anchor, amount, unit, direction }: Period, days: WorkingDays): DayNumber {
  const signed = direction === 'backward' ? -amount : amount;
  if (amount === 0) return anchor;
  if (unit === 'working-day') return days.add(anchor, signed);
  if (unit === 'calendar-day') return anchor + signed;
  return addMonthsToNumber(anchor, unit === 'year' ? signed * 12 : signed);
}

/** The first day on which a stop can matter: the day after the start, or the last six months of the period. */
function firstStoppable({ anchor, suspension }: Period, end: DayNumber): DayNumber {
  if (suspension === 'continues') return anchor + 1;
  return Math.max(anchor, addMonthsToNumber(end, -6)) + 1;
}

function endAfterStop(
  { unit, suspension }: Period,
  { end, first, to }: { end: DayNumber; first: DayNumber; to: DayNumber },
  days: WorkingDays,
): DayNumber {
  if (suspension === 'six-months-after') return addMonthsToNumber(to, 6);
  if (unit !== 'working-day') return end + (to - first);
  const lost = days.between(first - 1, to - 1);
  return lost === 0 ? end : days.add(end, lost);
}

/**
 * The day on which the period really ends: the last day itself, or the next one that is worked and not stopped
 * (Civil Code 203: only the last day rolls). Null while a stop that began before that day is not over.
 */
export function rolledEnd(end: DayNumber, stops: readonly Stop[], days: WorkingDays): DayNumber | null {
  let day = days.rolled(end, 'next');
  for (const stop of stops) {
    if (stop.from <= end || stop.from > day) continue;
    if (stop.to === null) return null;
    if (stop.to > day) day = days.rolled(stop.to, 'next');
  }
  return day;
}
