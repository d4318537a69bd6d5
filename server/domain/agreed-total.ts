import type { Agreement } from './agreement.ts';

/** Fen that the instalments of an agreement come to; one without a sum counts as nothing. */
export function agreedTotalFen({
  instalments,
}: {
  instalments: readonly { amountFen: number | null }[];
}): number {
  return instalments.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0);
}

/**
 * Fen of an exact sum that no instalment names, where each says its own; 0 where a sum is open or nothing falls due
 * by instalments. May be paid at once, or in kind.
 */
export function undatedFen({ sum = null, instalments }: Pick<Agreement, 'sum' | 'instalments'>): number {
  if (sum === null || sum.precision === 'approx' || instalments.length === 0) return 0;
  if (instalments.some(({ amountFen }) => amountFen === null)) return 0;
  return Math.max(0, sum.fen - agreedTotalFen({ instalments }));
}
