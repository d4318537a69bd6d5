import { addDays, type LegalDay } from '../../server/domain/legal-day.ts';
import { isWholeDay, latestOf, type PartialDay } from '../../server/domain/partial-day.ts';

/** What the words of an event say that has a field of its own. */
export interface DetailFacts {
  /** How many workers it concerns. */
  workers: number | null;
  sumYuan: number | null;
  penaltyYuan: number | null;
  dueOn: LegalDay | null;
  /** Words that the text is searched for, in small letters. */
  says: (pattern: RegExp) => boolean;
}

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
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
const NUMBER = `\\d{1,4}|${WORDS.join('|')}`;
/** "8 workers sign", "4 without agreement go", "ten retired workers sue", "handed out to 50". */
const HEADS = new RegExp(
  `(?:^|to )(${NUMBER})(?= (?:of \\d|absent|retired|unpaid|workers|drivers|people|representatives|withdraw|sign|paid|apply|file|sue|ask|go|without|agree|accept|get)|$)`,
);
const MONEY = /(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? million|\d{4,}(?= yuan))/g;
const MILLION = 1_000_000;

/** Reads the words of a published event for numbers, sums and days. Nothing is guessed: what it does not find is null. */
export function detailFacts(detail: string | null | undefined, happenedOn: PartialDay | null): DetailFacts {
  const text = (detail ?? '').toLowerCase();
  const [sumYuan = null] = sumsIn(text);
  const penalty = /else ([\d,]+)/.exec(text)?.[1];
  return {
    workers: headsIn(text),
    sumYuan,
    penaltyYuan: penalty === undefined ? null : yuanOf(penalty),
    dueOn: dueDayIn(text, happenedOn),
    says: (pattern) => pattern.test(text),
  };
}

function headsIn(text: string): number | null {
  const found = HEADS.exec(text)?.[1];
  if (found === undefined) return null;
  return /^\d/.test(found) ? Number(found) : WORDS.indexOf(found);
}

function sumsIn(text: string): number[] {
  return [...text.matchAll(MONEY)].map(([sum]) => yuanOf(sum));
}

function yuanOf(text: string): number {
  const value = Number.parseFloat(text.replaceAll(',', ''));
  return text.includes('million') ? Math.round(value * MILLION) : value;
}

function dueDayIn(text: string, happenedOn: PartialDay | null): LegalDay | null {
  const within = /within (\d{1,3}) days/.exec(text)?.[1];
  if (within !== undefined && happenedOn !== null && isWholeDay(happenedOn)) {
    return addDays(happenedOn, Number(within));
  }
  const day = new RegExp(`(by|before|until) (\\d{1,2}) (${MONTH})(?: (\\d{4}))?`).exec(text);
  if (day !== null) {
    const [, word, dayOfMonth = '', month = '', year = happenedOn?.slice(0, 4)] = day;
    if (year === undefined) return null;
    const named = `${year}-${monthNumber(month)}-${dayOfMonth.padStart(2, '0')}`;
    return word === 'before' ? addDays(named, -1) : named;
  }
  const [, monthName, year] = new RegExp(`by end of (${MONTH}) (\\d{4})`).exec(text) ?? [];
  return monthName === undefined ? null : latestOf(`${year}-${monthNumber(monthName)}`);
}

function monthNumber(month: string): string {
  return String(MONTHS.indexOf(month) + 1).padStart(2, '0');
}

const FATES = [
  { kind: 'died', pattern: /\bdied\b|\bdeceased\b/ },
  { kind: 'fled', pattern: /\bgone\b|\bfled\b|disappear|cannot be found/ },
  { kind: 'being-wound-up', pattern: /wound up|liquidat/ },
  { kind: 'detained', pattern: /detention|detained/ },
  { kind: 'insolvent', pattern: /insolven|bankrupt/ },
  { kind: 'deregistered', pattern: /deregistered|struck off/ },
] as const;

/** What became of a respondent, where the description says so, with its month where that is said too. */
export function fateOf(
  described: string,
): { kind: (typeof FATES)[number]['kind']; on: PartialDay | null } | null {
  const text = described.toLowerCase();
  const fate = FATES.find(({ pattern }) => pattern.test(text));
  if (fate === undefined) return null;
  const [, month, year] = new RegExp(`in (${MONTH}) (\\d{4})`).exec(text) ?? [];
  return { kind: fate.kind, on: month === undefined ? null : `${year}-${monthNumber(month)}` };
}
