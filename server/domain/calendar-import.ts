import type { Calendar } from './calendar.ts';
import type { CalendarYear } from './calendar-years.ts';
import { dayNumberOf, dayOfNumber, weekdayOfNumber, yearOfNumber } from './day-number.ts';
import { HOLIDAY_NAMES, lunarFestivalsKnown, statutoryDaysOf } from './statutory-days.ts';

/** A fault in an imported year: the row it stands in, and what to do about it. */
export interface CalendarFault {
  /** `year`, `status`, `offDays[3]`, `workedDays[0]` … */
  row: string;
  message: string;
}

export interface ReadCalendarYear {
  /** The year when nothing is wrong with it, else null. */
  year: CalendarYear | null;
  errors: CalendarFault[];
}

const LISTS = ['offDays', 'workedDays'] as const;
type List = (typeof LISTS)[number];

/**
 * Checks a year's holidays from a file: `{year, status, offDays: […], workedDays: […], source}`. Every day once and
 * in its year (a notice may reach one month into its neighbours), worked days on weekends, statutory holidays off,
 * and nothing that contradicts what another year's notice says of the same day. All faults are listed, none thrown.
 */
export function readCalendarYear(input: unknown, calendar: Calendar): ReadCalendarYear {
  const { fields, errors } = readFields(input);
  if (fields === null) return { year: null, errors };
  errors.push(...rowFaults(fields));
  if (errors.length === 0) errors.push(...missingStatutoryDays(fields), ...overlaps(fields, calendar));
  return { year: errors.length === 0 ? fields : null, errors };
}

function readFields(input: unknown): { fields: CalendarYear | null; errors: CalendarFault[] } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return {
      fields: null,
      errors: [{ row: 'file', message: 'The file holds no JSON object; write {"year": …}.' }],
    };
  }
  const raw = new Map(Object.entries(input));
  const errors: CalendarFault[] = [];
  const [year, status, source] = [raw.get('year'), raw.get('status'), raw.get('source')];
  const isYear = typeof year === 'number' && Number.isInteger(year) && year >= 2008 && year <= 2099;
  if (!isYear) errors.push({ row: 'year', message: 'year: give a whole number from 2008 to 2099.' });
  const isStatus = status === 'published' || status === 'provisional';
  if (!isStatus) errors.push({ row: 'status', message: 'status: write "published" or "provisional".' });
  const isSource = typeof source === 'string' && source.trim() !== '';
  if (!isSource) errors.push({ row: 'source', message: 'source: name the notice that the days come from.' });
  const [offDays, workedDays] = LISTS.map((list) => readDays(raw.get(list), list, errors));
  if (!isYear || !isStatus || !isSource || !offDays || !workedDays) return { fields: null, errors };
  return { fields: { year, status, source, offDays, workedDays }, errors };
}

function readDays(value: unknown, list: List, errors: CalendarFault[]): string[] | null {
  if (!Array.isArray(value)) {
    errors.push({ row: list, message: `${list}: give a list of days, ["2027-01-01", …].` });
    return null;
  }
  const days = value.filter((day) => typeof day === 'string');
  if (days.length === value.length) return days;
  errors.push({ row: list, message: `${list}: every entry must be a text like "2027-01-01".` });
  return null;
}

function rowFaults({ year, offDays, workedDays }: CalendarYear): CalendarFault[] {
  const seen = new Map<string, string>();
  const faults: CalendarFault[] = [];
  for (const [list, days] of [
    ['offDays', offDays],
    ['workedDays', workedDays],
  ] as const) {
    for (const [index, day] of days.entries()) {
      const row = `${list}[${index}]`;
      const message = dayFault(day, { year, list, before: seen.get(day) });
      if (message) faults.push({ row, message: `${row}: ${day} ${message}` });
      seen.set(day, row);
    }
  }
  return faults;
}

function dayFault(
  day: string,
  { year, list, before }: { year: number; list: List; before: string | undefined },
): string | null {
  const number = dayNumberOf(day);
  if (number < 0) return 'is not a day that exists; write YYYY-MM-DD.';
  const neighbour = day.slice(0, 7) === `${year - 1}-12` || day.slice(0, 7) === `${year + 1}-01`;
  if (yearOfNumber(number) !== year && !neighbour) return `does not lie in ${year}; move it to its own year.`;
  if (before) return `stands twice, also in ${before}; keep one.`;
  if (list === 'workedDays' && weekdayOfNumber(number) < 5) {
    return 'is no Saturday or Sunday, so it is worked anyway; remove it or correct the day.';
  }
  return null;
}

function missingStatutoryDays({ year, status, offDays }: CalendarYear): CalendarFault[] {
  if (status !== 'published' || !lunarFestivalsKnown(year)) return [];
  const off = new Set(offDays);
  return statutoryDaysOf(year)
    .filter(({ day }) => !off.has(dayOfNumber(day)))
    .map(({ day, holiday }) => ({
      row: 'offDays',
      message: `offDays: ${dayOfNumber(day)} (${HOLIDAY_NAMES[holiday].zh}) is a statutory holiday and is missing; add it.`,
    }));
}

/** Days of the neighbouring years that their own published notices put the other way round. */
function overlaps({ year, offDays, workedDays }: CalendarYear, calendar: Calendar): CalendarFault[] {
  const others = calendar.years().filter((other) => other.year !== year);
  const faults = (days: readonly string[], list: List, opposite: List): CalendarFault[] =>
    days.flatMap((day, index) => {
      const other = others.find((candidate) => candidate[opposite].includes(day));
      if (!other) return [];
      const row = `${list}[${index}]`;
      return [
        {
          row,
          message: `${row}: ${day} is the opposite in the calendar of ${other.year}; correct one of the two.`,
        },
      ];
    });
  return [...faults(offDays, 'offDays', 'workedDays'), ...faults(workedDays, 'workedDays', 'offDays')];
}
