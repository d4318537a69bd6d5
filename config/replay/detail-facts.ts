import type { LegalDay } from '../../server/domain/legal-day.ts';
import type { PartialDay } from '../../server/domain/partial-day.ts';
import type { Sum } from '../../server/domain/worker.ts';
import { dueDaysIn } from './told-days.ts';
import { headsIn, representativesIn } from './told-heads.ts';
import { fenIn, sumsIn, type ToldSum } from './told-sums.ts';

/** What is paid in parts is not all due on the day that is named. */
export const IN_PARTS = /instalment|\bparts?\b|\bmonthly\b|payments/;

/** What the words of an event say that has a field of its own. */
export interface DetailFacts {
  /** How many workers it concerns. */
  workers: number | null;
  /** How many speak for them. */
  representatives: number | null;
  /** The first sum that is named. */
  sum: Sum | null;
  /** Whether that is the only one. */
  isOnlySum: boolean;
  penaltyFen: number | null;
  /** What is due, on which days; null where the words leave the sum open. */
  due: { on: LegalDay; fen: number | null }[];
  /** Words that the text is searched for, in small letters. */
  says: (pattern: RegExp) => boolean;
}

/** Reads the words of a published event for numbers, sums and days. Nothing is guessed: what it does not find is null. */
export function detailFacts(detail: string | null | undefined, happenedOn: PartialDay | null): DetailFacts {
  const text = (detail ?? '').toLowerCase();
  const sums = sumsIn(text);
  const [first] = sums;
  const days = dueDaysIn(text, happenedOn);
  const penalty = /else ([\d,]+(?:\.\d+)?)(?![\d,]| ?%| per | days| times)/.exec(text)?.[1];
  return {
    workers: headsIn(text),
    representatives: representativesIn(text),
    sum: first === undefined ? null : { fen: first.fen, precision: first.precision },
    isOnlySum: sums.length === 1,
    penaltyFen: penalty === undefined ? null : fenIn(penalty),
    due: days.map(({ on, at }) => ({ on, fen: dueFen(text, sums, { at, isOnly: days.length === 1 }) })),
    says: (pattern) => pattern.test(text),
  };
}

/** The sum that stands right before the day, else the only one; where it is paid in parts, nobody says how much. */
function dueFen(
  text: string,
  sums: readonly ToldSum[],
  { at, isOnly }: { at: number; isOnly: boolean },
): number | null {
  const part = sums.find(({ partFen }) => partFen !== null)?.partFen ?? null;
  if (part !== null) return part;
  const beside = sums.findLast(({ end }) => end <= at && /^(?: yuan)?,? ?$/.test(text.slice(end, at)));
  if (beside !== undefined) return beside.fen;
  const [only] = sums.length === 1 && isOnly && !IN_PARTS.test(text) ? sums : [];
  return only?.fen ?? null;
}
