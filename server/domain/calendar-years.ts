import type { LegalDay } from './legal-day.ts';

/** One year's notice of the State Council on holidays, as data. */
export interface CalendarYear {
  year: number;
  status: 'published' | 'provisional';
  /** Days off, rest days inside the holiday included; a notice may reach into the neighbouring year. */
  offDays: readonly LegalDay[];
  /** Saturdays and Sundays that are worked (调休). */
  workedDays: readonly LegalDay[];
  source: string;
}

/** Off-days as the notices print them: 'MM-DD' or 'MM-DD/DD' inside one month, 'MM-DD/MM-DD' across two. */
function daysOf(year: number, text: string): LegalDay[] {
  return text.split(' ').flatMap((part) => {
    const [first = '', last = first] = part.split('/');
    const end = last.length === 2 ? `${first.slice(0, 3)}${last}` : last;
    const days: LegalDay[] = [];
    for (let at = Date.parse(`${year}-${first}`); at <= Date.parse(`${year}-${end}`); at += 86_400_000) {
      days.push(new Date(at).toISOString().slice(0, 10));
    }
    return days;
  });
}

/** The years that the service carries itself, as published. */
export const BUILT_IN_YEARS: readonly CalendarYear[] = [
  {
    year: 2025,
    status: 'published',
    offDays: daysOf(2025, '01-01 01-28/02-04 04-04/06 05-01/05 05-31/06-02 10-01/08'),
    workedDays: daysOf(2025, '01-26 02-08 04-27 09-28 10-11'),
    source: '国务院办公厅关于2025年部分节假日安排的通知',
  },
  {
    year: 2026,
    status: 'published',
    offDays: daysOf(2026, '01-01/03 02-15/23 04-04/06 05-01/05 06-19/21 09-25/27 10-01/07'),
    workedDays: daysOf(2026, '01-04 02-14 02-28 05-09 09-20 10-10'),
    source: '国务院办公厅关于2026年部分节假日安排的通知',
  },
];
