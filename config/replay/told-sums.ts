import type { Precision, Sum } from '../../server/domain/worker.ts';
import { NUMBER, numberOf } from './number-words.ts';

/** A sum that stands in a text, and where. */
export interface ToldSum extends Sum {
  /** Of a sum in equal parts, one of them. */
  partFen: number | null;
  at: number;
  end: number;
}

const FEN_PER_YUAN = 100;
const MILLION = 1_000_000;
const MONEY = /\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d+)? million|\d+(?:\.\d{1,2})?(?= yuan)/g;
/** What is counted or measured is no money: 1,300 km, 2,300 workers. */
const COUNTED =
  /^(?:-odd)? (?:km|kilomet|met(?:re|er)s|square|tons|hours|days|kilos|(?:[a-z-]+ )?(?:workers|people|persons|drivers|riders|couriers|employees|staff|teachers|miners|migrants|women|men|colleagues|members|households)\b|accept|sign|agree|withdraw)/;
/** Sums of the record are in yuan. */
const FOREIGN_BEFORE = /(?:usd|us\$|hk\$|hkd|eur|\$|€) ?$/;
const FOREIGN_AFTER = /^ (?:us |hong kong |hk )?(?:dollars|usd|hkd|euros?|patacas|yen)/;
/** A share of what is owed: 5,000 a month, 2,000 each. */
const A_SHARE = /^(?: yuan)?(?: each\b| apiece| per | a (?:day|month|year|head|person)\b| monthly| every )/;
const PARTS = new RegExp(`(${NUMBER}) (?:[a-z-]+ )?(?:payments|instalments|parts|portions) of $`);
const AT_LEAST = /(?:more than|over|at least|above|upwards of|exceeding) $/;
const ABOUT = /(?:about|around|some|nearly|almost|roughly|approximately|close to|under|up to|less than) $/;
const AND_MORE = /^(?: yuan)?(?:-plus|-odd|\+| plus| or more| and more)/;

/**
 * The sums of money that a text in small letters names, in their order: twelve payments of 5,000 are 60,000. What falls
 * due where it is not kept ("else 20,000 more") is none of them.
 */
export function sumsIn(text: string): ToldSum[] {
  return [...text.matchAll(MONEY)].flatMap((match) => {
    const [written] = match;
    const end = match.index + written.length;
    const [before, after] = [text.slice(0, match.index), text.slice(end)];
    if (COUNTED.test(after) || before.endsWith('else ')) return [];
    if (FOREIGN_BEFORE.test(before) || FOREIGN_AFTER.test(after)) return [];
    const parts = PARTS.exec(before)?.[1];
    if (parts === undefined && A_SHARE.test(after)) return [];
    const fen = fenIn(written);
    if (fen < 1) return [];
    const all = parts === undefined ? fen : fen * numberOf(parts);
    const partFen = parts === undefined ? null : fen;
    return [{ fen: all, partFen, precision: precisionIn(before, after), at: match.index, end }];
  });
}

/** Of a sum as it is written, 41,250.50 or 3.25 million. */
export function fenIn(written: string): number {
  const value = Number.parseFloat(written.replaceAll(',', ''));
  return Math.round(value * (written.includes('million') ? MILLION : 1) * FEN_PER_YUAN);
}

function precisionIn(before: string, after: string): Precision {
  if (AT_LEAST.test(before) || AND_MORE.test(after)) return 'floor';
  return ABOUT.test(before) ? 'approx' : 'exact';
}
