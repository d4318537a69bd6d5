import type { Bilingual } from './bilingual.ts';
import {
  DAY_LIMIT,
  type DayNumber,
  FIRST_YEAR,
  LAST_YEAR,
  weekdayOfNumber,
  yearOfNumber,
} from './day-number.ts';
import { DeadlineInputError } from './deadline-input-error.ts';

/** A stretch of days off for one reason, both ends included. */
export interface DayRun {
  from: DayNumber;
  to: DayNumber;
  name: Bilingual;
}

/** What makes a day differ from its weekday: days off, worked weekends, and the years nobody published. */
export interface CalendarDays {
  off: ReadonlySet<DayNumber>;
  worked: ReadonlySet<DayNumber>;
  runs: readonly DayRun[];
  publishedYears: ReadonlySet<number>;
}

/**
 * Counting working days in constant time: how many there are up to each day, and which is the n-th.
 * Built once per calendar and region.
 */
export class WorkingDays {
  readonly #upTo = new Int32Array(DAY_LIMIT + 1);
  readonly #nth = new Int32Array(DAY_LIMIT + 1);
  readonly #days: CalendarDays;
  readonly #runsByYear = new Map<number, DayRun[]>();

  constructor(days: CalendarDays) {
    this.#days = days;
    let count = 0;
    for (let day = 0; day < DAY_LIMIT; day++) {
      const works = days.worked.has(day) || (weekdayOfNumber(day) < 5 && !days.off.has(day));
      if (works) this.#nth[++count] = day;
      this.#upTo[day + 1] = count;
    }
    for (const run of days.runs) {
      for (let year = yearOfNumber(run.from); year <= yearOfNumber(run.to); year++) {
        this.#runsByYear.set(year, [...(this.#runsByYear.get(year) ?? []), run]);
      }
    }
  }

  /** Working days from the first day of all up to and including this one. */
  #count(day: DayNumber): number {
    return this.#upTo[day + 1] ?? 0;
  }

  isWorking(day: DayNumber): boolean {
    return this.#count(day) > this.#count(day - 1);
  }

  /** Working days after `from` up to and including `to`. */
  between(from: DayNumber, to: DayNumber): number {
    return this.#count(to) - this.#count(from);
  }

  /** The n-th working day after a day; before it when n is negative. The day itself never counts. */
  add(day: DayNumber, amount: number): DayNumber {
    const target = amount > 0 ? this.#count(day) + amount : this.#count(day - 1) + 1 + amount;
    const found = target > 0 ? (this.#nth[target] ?? 0) : 0;
    if (found === 0) {
      throw new DeadlineInputError(
        'on',
        'out-of-range',
        `The count leaves the years ${FIRST_YEAR}–${LAST_YEAR}; give a day and a length inside them.`,
      );
    }
    return found;
  }

  /** The day itself when it is worked, else the next (or the previous) working day. */
  rolled(day: DayNumber, direction: 'next' | 'previous'): DayNumber {
    if (this.isWorking(day)) return day;
    return this.add(day, direction === 'next' ? 1 : -1);
  }

  isPublished(year: number): boolean {
    return this.#days.publishedYears.has(year);
  }

  /** Whether a day is a weekend day that is worked (调休). */
  isWorkedWeekend(day: DayNumber): boolean {
    return weekdayOfNumber(day) >= 5 && this.isWorking(day);
  }

  /** The holidays that touch a stretch of days, whole, in order. */
  holidaysIn(from: DayNumber, to: DayNumber): DayRun[] {
    const found: DayRun[] = [];
    if (to < from) return found;
    for (let year = yearOfNumber(from); year <= yearOfNumber(to); year++) {
      for (const run of this.#runsByYear.get(year) ?? []) {
        const seenBefore = yearOfNumber(run.from) < year && year > yearOfNumber(from);
        if (run.from > to || run.to < from || seenBefore) continue;
        found.push(run);
      }
    }
    return found;
  }
}
