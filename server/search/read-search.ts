import { caseNumberKey } from '../domain/case-number-key.ts';
import { isCreditCode } from '../domain/credit-code.ts';
import { Fault } from '../domain/fault.ts';
import { isIdNumber } from '../domain/id-number.ts';
import { LAST_DIGITS, type Searchable, type SearchTokens } from './search-tokens.ts';
import { initialsOf, plainName, plainPhone } from './search-words.ts';

/** One way to understand what was typed. */
export interface SearchReading {
  /** All of these must be there; then the case is looked at. */
  tokens: string[];
  matches: (subject: Searchable) => boolean;
}

/** What was typed, in each way it can be meant: as a case's number, and as what people and employers are known by. */
export interface Search {
  numberKey: string;
  readings: SearchReading[];
}

const LEAST_PHONE_DIGITS = 7;

/** @throws Fault `search_too_short` */
export function readSearch(text: string, words: SearchTokens): Search {
  const typed = text.normalize('NFKC').trim();
  const code = typed.toUpperCase().replaceAll(/\s/g, '');
  const readings = [
    ...byNumber(code, words),
    ...(/^[+\d][\d -]*$/.test(typed) ? byPhone(typed, words) : byName(typed, words)),
  ];
  const isCaseNumber = /\d/.test(typed) && /\p{L}/u.test(typed);
  if (readings.length === 0 && !isCaseNumber) throw new Fault('search_too_short', { pointer: '/q' });
  return { numberKey: caseNumberKey(typed), readings };
}

/** An identity number or a credit code, whole. */
function byNumber(code: string, { tokenOf }: SearchTokens): SearchReading[] {
  if (isIdNumber(code)) {
    return [
      {
        tokens: [tokenOf('id-number', code)],
        matches: ({ workers }) => workers.some(({ idNumber }) => idNumber === code),
      },
    ];
  }
  if (!isCreditCode(code)) return [];
  return [
    {
      tokens: [tokenOf('credit-code', code)],
      matches: ({ respondents }) => respondents.some(({ creditCode }) => creditCode === code),
    },
  ];
}

/** A telephone number, whole or by its last four digits. */
function byPhone(typed: string, { tokenOf }: SearchTokens): SearchReading[] {
  const phone = plainPhone(typed);
  const isEnd = phone.length === LAST_DIGITS;
  if (!isEnd && phone.length < LEAST_PHONE_DIGITS) return [];
  return [
    {
      tokens: [tokenOf(isEnd ? 'phone-end' : 'phone', phone)],
      matches: ({ workers }) =>
        workers.some((worker) => {
          const known = plainPhone(worker.phone ?? '');
          return isEnd ? known.endsWith(phone) : known === phone;
        }),
    },
  ];
}

/** A name or part of one, in its own letters or, where it is Chinese, by the first letters of its syllables. */
function byName(typed: string, { nameTokens, initialsTokens }: SearchTokens): SearchReading[] {
  const wanted = plainName(typed);
  const anyName =
    (fits: (name: string) => boolean) =>
    ({ workers, respondents }: Searchable) =>
      [...workers, ...respondents].some(({ name }) => name !== null && fits(name));
  const readings = [
    { tokens: nameTokens(wanted), matches: anyName((name) => plainName(name).includes(wanted)) },
    {
      tokens: /^[a-z]+$/.test(wanted) ? initialsTokens(wanted) : [],
      matches: anyName((name) => initialsOf(name).includes(wanted)),
    },
  ];
  return readings.filter(({ tokens }) => tokens.length > 0);
}
