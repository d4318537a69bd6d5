import type { MediationCase } from './case.ts';
import { daysBetween } from './legal-day.ts';
import { rightDay } from './line-days.ts';
import { isSurelyAfter, isWholeDay, type PartialDay } from './partial-day.ts';
import { claimsOf } from './wage-claims.ts';
import type { Precision, Sum } from './worker.ts';

/** Claimed, assessed, agreed and paid are four different sums; each is null where nobody has said it. */
export interface CaseSums {
  claimed: Sum | null;
  assessed: Sum | null;
  agreed: Sum | null;
  paid: Sum | null;
}

/** The sums of a case: what is told of the whole, else what its lines add up to. */
export function sumsOf(subject: MediationCase): CaseSums {
  const { agreements, payments = [], toldSums } = subject;
  const claims = claimsOf(subject);
  return {
    claimed: total(
      claims.map(({ claimedFen, claimedPrecision = 'exact' }) =>
        claimedFen === null ? null : { fen: claimedFen, precision: claimedPrecision },
      ),
    ),
    assessed: total(
      claims.map(({ assessedFen = null }) =>
        assessedFen === null ? null : { fen: assessedFen, precision: 'exact' },
      ),
    ),
    agreed: toldSums?.agreed ?? total(agreements.map(agreedSum)),
    paid: toldSums?.paid ?? total(payments.map(({ sum }) => sum)),
  };
}

/**
 * Calendar days from the application, or from the first sign of the dispute where there was none, to the last step
 * that ended it; null where one of the days is not known.
 */
export function daysTaken({ timeline }: Pick<MediationCase, 'timeline'>): number | null {
  const first = dayOf(timeline, ['registered']) ?? dayOf(timeline, ['situation-reported', 'accepted']);
  const last = dayOf(timeline, ENDINGS.slice(0, 1)) ?? dayOf(timeline, ENDINGS);
  if (first === null || last === null || isSurelyAfter(first, last)) return null;
  return daysBetween(first, last);
}

const ENDINGS = [
  'performed',
  'agreed',
  'confirmed',
  'failed',
  'withdrawn',
  'terminated',
  'payment-order-issued',
];

function dayOf(timeline: MediationCase['timeline'], kinds: readonly string[]): PartialDay | null {
  const line = timeline.findLast(({ kind }) => kinds.includes(kind));
  const day = line === undefined ? null : rightDay(timeline, { line, day: null });
  return day !== null && isWholeDay(day) ? day : null;
}

function agreedSum({ sum, instalments }: MediationCase['agreements'][number]): Sum | null {
  return (
    sum ??
    total(
      instalments.map(({ amountFen }) =>
        amountFen === null ? null : { fen: amountFen, precision: 'exact' },
      ),
    )
  );
}

/** A total is no better known than its least known part. */
function total(sums: readonly (Sum | null)[]): Sum | null {
  const known = sums.filter((sum) => sum !== null);
  if (known.length === 0) return null;
  const precision: Precision =
    known.length < sums.length || known.some((sum) => sum.precision === 'floor')
      ? 'floor'
      : known.some((sum) => sum.precision === 'approx')
        ? 'approx'
        : 'exact';
  return { fen: known.reduce((all, { fen }) => all + fen, 0), precision };
}
