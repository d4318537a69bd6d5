import type { LegalDay } from './legal-day.ts';

/**
 * A day as far as it is known: YYYY-MM-DD, YYYY-MM where only the month is known, YYYY where only the year is.
 * What is not known at all is null, never a guess.
 */
export type PartialDay = string;

const FIRST_MONTH = '-01';
const FIRST_DAY = '-01';
const LAST_DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEAR_LENGTH = 4;
const MONTH_LENGTH = 7;

/** Whether a day is known to the day; only such a day can be counted from without loss. */
export function isWholeDay(day: PartialDay): boolean {
  return day.length > MONTH_LENGTH;
}

/**
 * The first day that it can have been. A period that costs a right when it ends is counted from here: a worker who
 * keeps to the earliest possible end is never late.
 */
export function earliestOf(day: PartialDay): LegalDay {
  if (day.length === YEAR_LENGTH) return `${day}${FIRST_MONTH}${FIRST_DAY}`;
  return isWholeDay(day) ? day : `${day}${FIRST_DAY}`;
}

/** The last day that it can have been. */
export function latestOf(day: PartialDay): LegalDay {
  if (day.length === YEAR_LENGTH) return `${day}-12-31`;
  if (isWholeDay(day)) return day;
  const [year = 0, month = 1] = day.split('-').map(Number);
  const isLeapFebruary = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return `${day}-${isLeapFebruary ? 29 : LAST_DAYS_OF_MONTHS[month - 1]}`;
}

/** True only where the first surely lies after the second. */
export function isSurelyAfter(day: PartialDay, other: PartialDay): boolean {
  return earliestOf(day) > latestOf(other);
}

/** The last of several days; null where one of them is not known. */
export function lastOf(days: readonly (PartialDay | null)[]): PartialDay | null {
  return days.reduce((last, day) =>
    last === null || day === null ? null : latestOf(day) > latestOf(last) ? day : last,
  );
}
