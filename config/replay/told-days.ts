import { addDays, isLegalDay, type LegalDay } from '../../server/domain/legal-day.ts';
import { earliestOf, isWholeDay, latestOf, type PartialDay } from '../../server/domain/partial-day.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH = MONTHS.join('|');
const BY = '(by|before|until|no later than)';
const DAY = `(\\d{1,2}) (${MONTH})(?: (\\d{4}))?`;
const WITHIN = /within (\d{1,3}) days/g;
const NAMED_DAY = new RegExp(`${BY} ${DAY}`, 'g');
/** "by 31 December, 31 March and 30 June": those after the first. */
const ONE_MORE_DAY = new RegExp(`(?:, | and |, and )(?:then )?${DAY}`, 'g');
const WRITTEN_DAY = new RegExp(`${BY} (\\d{4}-\\d{2}-\\d{2})`, 'g');
const END_OF_MONTH = new RegExp(`${BY} (?:the )?end of (${MONTH})(?: (\\d{4}))?`, 'g');
const YEAR_AND_MONTH = 'YYYY-MM'.length;

/** A day by which something is due, and where the words for it begin. */
export interface DueDay {
  on: LegalDay;
  at: number;
}

/** The days that an event names for later; of one without its year the next after the event is meant. */
export function dueDaysIn(text: string, happenedOn: PartialDay | null): DueDay[] {
  const named = [...text.matchAll(NAMED_DAY)].map(
    ({ index, 1: word = '', 2: day = '', 3: month = '', 4: year }) =>
      dueBy(index, word, onDay({ day, month, year }, happenedOn)),
  );
  const [first] = named;
  const more = first === undefined ? [] : [...text.matchAll(ONE_MORE_DAY)];
  const days = [
    ...[...text.matchAll(WITHIN)].map(({ index, 1: days }) =>
      happenedOn !== null && isWholeDay(happenedOn)
        ? { on: addDays(happenedOn, Number(days)), at: index }
        : null,
    ),
    ...named,
    ...more.map(({ index, 1: day = '', 2: month = '', 3: year }) =>
      index < (first?.at ?? 0) ? null : dueBy(index, 'by', onDay({ day, month, year }, happenedOn)),
    ),
    ...[...text.matchAll(WRITTEN_DAY)].map(({ index, 1: word = '', 2: day = '' }) => dueBy(index, word, day)),
    ...[...text.matchAll(END_OF_MONTH)].map(({ index, 1: word = '', 2: month = '', 3: year }) => {
      const since = happenedOn?.slice(0, YEAR_AND_MONTH) ?? null;
      const begin = onDay({ day: '1', month, year }, since);
      const end = begin === null ? null : latestOf(begin.slice(0, YEAR_AND_MONTH));
      return dueBy(index, word === 'before' ? 'by' : word, end);
    }),
  ];
  return days.filter((day) => day !== null).toSorted((a, b) => a.at - b.at);
}

function dueBy(at: number, word: string, named: LegalDay | null): DueDay | null {
  if (named === null || !isLegalDay(named)) return null;
  return { on: word === 'before' ? addDays(named, -1) : named, at };
}

interface WrittenDay {
  day: string;
  month: string;
  year: string | undefined;
}

/** In the year that is named, else the first such day that is not before the event. */
function onDay({ day, month, year }: WrittenDay, after: PartialDay | null): LegalDay | null {
  const inYear = (one: string | number) => `${one}-${numberOf(month)}-${day.padStart(2, '0')}`;
  if (year !== undefined) return inYear(year);
  if (after === null) return null;
  const ownYear = Number(after.slice(0, 'YYYY'.length));
  return inYear(ownYear) < earliestOf(after) ? inYear(ownYear + 1) : inYear(ownYear);
}

/** The month that a description names, as far as it does: "in August 2019", "since 2021". */
export function monthIn(text: string): PartialDay | null {
  const [, month, year] = new RegExp(`(?:in|since|on \\d{1,2}) (${MONTH}) (\\d{4})`).exec(text) ?? [];
  if (month !== undefined) return `${year}-${numberOf(month)}`;
  return /(?:in|since) ((?:19|20)\d{2})\b/.exec(text)?.[1] ?? null;
}

function numberOf(month: string): string {
  return String(MONTHS.indexOf(month) + 1).padStart(2, '0');
}
