import { Temporal } from 'temporal-polyfill';
import { dayNumberOf, dayOfNumber, numberOfInstant } from './day-number.ts';
import { DeadlineInputError } from './deadline-input-error.ts';

/** A calendar date in Asia/Shanghai, written YYYY-MM-DD; never an instant. */
export type LegalDay = string;

/** Since then Asia/Shanghai is UTC+8 throughout; a count of hours then is quicker than its history. */
const NO_SUMMER_TIME_SINCE = Date.UTC(1992, 0, 1);
const AHEAD_OF_UTC_MS = 8 * 3_600_000;

/** The legal day on which an instant falls in Asia/Shanghai, whatever the time zone of the process. */
export function legalDayOf(instant: Date): LegalDay {
  const ms = instant.getTime();
  if (ms >= NO_SUMMER_TIME_SINCE) return dayOfNumber(numberOfInstant(ms + AHEAD_OF_UTC_MS));
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDate()
    .toString();
}

/** Whether the text is a day that exists, from 1900-01-01 to 2199-12-31. */
export function isLegalDay(text: string): boolean {
  return dayNumberOf(text) >= 0;
}

/** Checks a day at the edge; throws a `DeadlineInputError` that names the field. */
export function parseLegalDay(text: string, field = 'on'): LegalDay {
  if (!isLegalDay(text)) {
    throw new DeadlineInputError(
      field,
      'impossible-day',
      `${field}: "${text}" is not a day that exists; write YYYY-MM-DD, like 2026-09-16 (years 1900–2199).`,
    );
  }
  return text;
}

/** The day that lies `days` calendar days later (earlier when negative). */
export function addDays(day: LegalDay, days: number): LegalDay {
  return dayOfNumber(dayNumberOf(parseLegalDay(day)) + days);
}

/** Calendar days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: LegalDay, to: LegalDay): number {
  return dayNumberOf(parseLegalDay(to, 'to')) - dayNumberOf(parseLegalDay(from, 'from'));
}
