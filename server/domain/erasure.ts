import type { LegalDay } from './legal-day.ts';

/**
 * On which ground a case is erased (PIPL 47): its purpose is reached, the time for which it was to be kept is over,
 * consent was withdrawn, or it was recorded against the law.
 */
export const ERASURE_BASES = [
  'purpose-reached',
  'retention-over',
  'consent-withdrawn',
  'unlawful-processing',
] as const;
export type ErasureBasis = (typeof ERASURE_BASES)[number];

/** What is left to say of an erasure; all of it stays readable. */
export interface Erasure {
  at: Date;
  /** The account of the head, archivist or administrator. */
  by: string;
  basis: ErasureBasis;
  /** In words that name nobody. */
  reason: string;
  /** By which setting of which organisation it went, where nobody asked for it. */
  setting?: { organisationId: string; fromOn: LegalDay; years: number };
}

/** The case is needed as evidence, and must not be erased until the hold is lifted. */
export interface LegalHold {
  reason: string;
  setAt: Date;
  by: string;
}

/** Whether the personal data of a case is gone: what is left are its number, states, days, codes and sums. */
export function isErased({ erasure }: { erasure?: Erasure | null }): boolean {
  return (erasure ?? null) !== null;
}
