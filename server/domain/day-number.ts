import { DeadlineInputError } from './deadline-input-error.ts';

/** Days since 1900-01-01 (a Monday), so that a count is an addition and a weekday a remainder. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;
const EPOCH = Date.UTC(1900, 0, 1) / MS_PER_DAY;
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;
/** The number after the last day that the service knows (2199-12-31). */
export const DAY_LIMIT = numberOfDate(LAST_YEAR + 1, 1, 1);

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const labels: string[] = [];
const yearNumbers = new Int16Array(DAY_LIMIT);
const numbers = new Map<string, DayNumber>();

export function numberOfDate(year: number, month: number, dayOfMonth: number): DayNumber {
  return Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY - EPOCH;
}

/** The number of the day in which an instant of UTC lies. */
export function numberOfInstant(ms: number): DayNumber {
  return Math.floor(ms / MS_PER_DAY) - EPOCH;
}

/** The number of a day written YYYY-MM-DD, or -1 when there is no such day from 1900 to 2199. */
export function dayNumberOf(text: string): DayNumber {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  if (!DAY_PATTERN.test(text)) return -1;
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number);
  if (year < FIRST_YEAR || year > LAST_YEAR) return -1;
  const number = numberOfDate(year, month, dayOfMonth);
  if (number < 0 || number >= DAY_LIMIT || dayOfNumber(number) !== text) return -1;
  numbers.set(text, number);
  return number;
}

/** YYYY-MM-DD of a day number; throws `out-of-range` beyond 1900–2199. */
export function dayOfNumber(number: DayNumber): string {
  const known = labels[number];
  if (known !== undefined) return known;
  if (number < 0 || number >= DAY_LIMIT) {
    throw new DeadlineInputError(
      'on',
      'out-of-range',
      'The day lies outside 1900–2199; give a day inside these years.',
    );
  }
  const label = new Date((number + EPOCH) * MS_PER_DAY).toISOString().slice(0, 10);
  labels[number] = label;
  return label;
}

export function yearOfNumber(number: DayNumber): number {
  const known = yearNumbers[number];
  if (known) return known;
  const year = Number(dayOfNumber(number).slice(0, 4));
  yearNumbers[number] = year;
  return year;
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOfNumber(number: DayNumber): number {
  return number % 7;
}

/**
 * The corresponding date some months later, or the last day of that month where there is none
 * (Civil Code 202): one year from 2024-02-29 is 2025-02-28.
 */
export function addMonthsToNumber(number: DayNumber, months: number): DayNumber {
  const label = dayOfNumber(number);
  const monthIndex = Number(label.slice(0, 4)) * 12 + Number(label.slice(5, 7)) - 1 + months;
  const year = Math.floor(monthIndex / 12);
  const month = (monthIndex % 12) + 1;
  const firstOfMonth = numberOfDate(year, month, 1);
  const daysInMonth = numberOfDate(year, month + 1, 1) - firstOfMonth;
  return firstOfMonth + Math.min(Number(label.slice(8, 10)), daysInMonth) - 1;
}
