import type { Bilingual } from './bilingual.ts';
import type { Calendar } from './calendar.ts';
import type { CalendarYear } from './calendar-years.ts';
import { dayNumberOf, dayOfNumber, weekdayOfNumber, yearOfNumber } from './day-number.ts';
import { HOLIDAY_NAMES, lunarFestivalsKnown, statutoryDaysOf } from './statutory-days.ts';

/** A fault in an imported year: the row it stands in, and what to do about it. */
export interface CalendarFault {
  /** `year`, `status`, `offDays[3]`, `workedDays[0]` … */
  row: string;
  text: Bilingual;
}

export interface ReadCalendarYear {
  /** The year when nothing is wrong with it, else null. */
  year: CalendarYear | null;
  errors: CalendarFault[];
}

const YEAR: Bilingual = {
  en: 'give a whole number from 2008 to 2099.',
  zh: '请填写 2008 至 2099 之间的整数。',
};
const STATUS: Bilingual = {
  en: 'write "published" or "provisional".',
  zh: '请填写 "published"（已公布）或 "provisional"（暂定）。',
};
const SOURCE: Bilingual = {
  en: 'name the notice that the days come from.',
  zh: '请填写日期所依据的通知。',
};
const LIST: Bilingual = {
  en: 'give a list of days, ["2027-01-01", …].',
  zh: '请填写日期列表，如 ["2027-01-01", …]。',
};
const ENTRY: Bilingual = {
  en: 'every entry must be a text like "2027-01-01".',
  zh: '每一项须为 "2027-01-01" 这样的文本。',
};

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

/** With the row before the words, as a person reads it. */
function fault(row: string, { en, zh }: Bilingual): CalendarFault {
  return { row, text: { en: `${row}: ${en}`, zh: `${row}：${zh}` } };
}

function readFields(input: unknown): { fields: CalendarYear | null; errors: CalendarFault[] } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return {
      fields: null,
      errors: [
        fault('file', {
          en: 'holds no JSON object; write {"year": …}.',
          zh: '不是 JSON 对象，请写成 {"year": …}。',
        }),
      ],
    };
  }
  const raw = new Map(Object.entries(input));
  const errors: CalendarFault[] = [];
  const [year, status, source] = [raw.get('year'), raw.get('status'), raw.get('source')];
  const isYear = typeof year === 'number' && Number.isInteger(year) && year >= 2008 && year <= 2099;
  if (!isYear) errors.push(fault('year', YEAR));
  const isStatus = status === 'published' || status === 'provisional';
  if (!isStatus) errors.push(fault('status', STATUS));
  const isSource = typeof source === 'string' && source.trim() !== '';
  if (!isSource) errors.push(fault('source', SOURCE));
  const [offDays, workedDays] = LISTS.map((list) => readDays(raw.get(list), list, errors));
  if (!isYear || !isStatus || !isSource || !offDays || !workedDays) return { fields: null, errors };
  return { fields: { year, status, source, offDays, workedDays }, errors };
}

function readDays(value: unknown, list: List, errors: CalendarFault[]): string[] | null {
  if (!Array.isArray(value)) {
    errors.push(fault(list, LIST));
    return null;
  }
  const days = value.filter((day) => typeof day === 'string');
  if (days.length === value.length) return days;
  errors.push(fault(list, ENTRY));
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
      const text = dayFault(day, { year, list, before: seen.get(day) });
      if (text) faults.push(fault(row, { en: `${day} ${text.en}`, zh: `${day} ${text.zh}` }));
      seen.set(day, row);
    }
  }
  return faults;
}

function dayFault(
  day: string,
  { year, list, before }: { year: number; list: List; before: string | undefined },
): Bilingual | null {
  const number = dayNumberOf(day);
  if (number < 0) {
    return {
      en: 'is not a day that exists; write YYYY-MM-DD.',
      zh: '不是存在的日期，请按 YYYY-MM-DD 填写。',
    };
  }
  const neighbour = day.slice(0, 7) === `${year - 1}-12` || day.slice(0, 7) === `${year + 1}-01`;
  if (yearOfNumber(number) !== year && !neighbour) {
    return {
      en: `does not lie in ${year}; move it to its own year.`,
      zh: `不在 ${year} 年，请移到所属年份。`,
    };
  }
  if (before) {
    return { en: `stands twice, also in ${before}; keep one.`, zh: `重复，另见 ${before}，请只保留一处。` };
  }
  if (list === 'workedDays' && weekdayOfNumber(number) < 5) {
    return {
      en: 'is no Saturday or Sunday, so it is worked anyway; remove it or correct the day.',
      zh: '不是周六或周日，本来就上班，请删去或更正。',
    };
  }
  return null;
}

function missingStatutoryDays({ year, status, offDays }: CalendarYear): CalendarFault[] {
  if (status !== 'published' || !lunarFestivalsKnown(year)) return [];
  const off = new Set(offDays);
  return statutoryDaysOf(year)
    .filter(({ day }) => !off.has(dayOfNumber(day)))
    .map(({ day, holiday }) => {
      const name = HOLIDAY_NAMES[holiday];
      return fault('offDays', {
        en: `${dayOfNumber(day)} (${name.en}) is a statutory holiday and is missing; add it.`,
        zh: `${dayOfNumber(day)}（${name.zh}）是法定节假日，缺少这一天，请补上。`,
      });
    });
}

/** Days of the neighbouring years that their own published notices put the other way round. */
function overlaps({ year, offDays, workedDays }: CalendarYear, calendar: Calendar): CalendarFault[] {
  const others = calendar.years().filter((other) => other.year !== year);
  const faults = (days: readonly string[], list: List, opposite: List): CalendarFault[] =>
    days.flatMap((day, index) => {
      const other = others.find((candidate) => candidate[opposite].includes(day));
      if (!other) return [];
      return [
        fault(`${list}[${index}]`, {
          en: `${day} is the opposite in the calendar of ${other.year}; correct one of the two.`,
          zh: `${day} 与 ${other.year} 年日历的安排相反，请更正其中之一。`,
        }),
      ];
    });
  return [...faults(offDays, 'offDays', 'workedDays'), ...faults(workedDays, 'workedDays', 'offDays')];
}
