import type { PayerKind } from './agreement.ts';
import type { PartialDay } from './partial-day.ts';
import type { Sum } from './worker.ts';

/** On what a payment rests; an interim one comes before any agreement. */
export const PAYMENT_GROUNDS = [
  'agreement',
  'interim',
  'award-or-judgment',
  'enforcement',
  'advance',
  'inspection-order',
] as const;
export type PaymentGround = (typeof PAYMENT_GROUNDS)[number];

/** Money that reached the workers, whoever gave it. */
export interface Payment {
  id: string;
  paidOn: PartialDay | null;
  /** Null where nobody says how much. */
  sum: Sum | null;
  payer: PayerKind;
  ground: PaymentGround;
  instalmentId: string | null;
  /** Who got it; without it, all. */
  workerIds: string[] | null;
  /** How many got it, where no list says who. */
  workersPaid: number | null;
  workerConfirmedOn: PartialDay | null;
}

/** Fen that came so far for these instalments; what nobody put a figure on counts as nothing. */
export function paidFen(payments: readonly Payment[], instalmentIds: readonly string[]): number {
  return payments
    .filter(({ instalmentId }) => instalmentId !== null && instalmentIds.includes(instalmentId))
    .reduce((total, { sum }) => total + (sum?.fen ?? 0), 0);
}
