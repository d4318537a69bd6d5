import type { PayerKind } from '../../server/domain/agreement.ts';
import type { PaymentGround } from '../../server/domain/payment.ts';
import { eventOf } from './event-words.ts';
import type { Told } from './told-event.ts';

const FUNDS: readonly (readonly [RegExp, PayerKind])[] = [
  [
    /wage (?:guarantee|security|deposit)|(?:guarantee|security) (?:fund|deposit)|emergency fund/,
    'wage-guarantee-fund',
  ],
  [/government|public purse/, 'government-advance'],
  [/union (?:lends|advances|gives)|hardship fund/, 'other'],
  [/court (?:hands|pays|transfers)|\benforced\b/, 'court-enforcement'],
  [/shareholder|parent company|investor/, 'shareholders'],
  [/guarantor|insurer/, 'guarantor'],
];
/** One of several who answer for it; a contractor who answers alone is the debtor. */
const ONE_OF_SEVERAL: readonly (readonly [RegExp, PayerKind])[] = [
  [/(?:client|owner|developer|property manager|landlord) (?:pays|paid|advances)/, 'client'],
  [/(?:contractor|builder|engineering firm) (?:pays|paid|advances)/, 'contractor'],
];

/** Who gives the money: whom the words name, else somebody other than the debtor where the page is filed under that. */
export function payerOf({ facts, event, published }: Told): PayerKind {
  const words = published.respondents.length > 1 ? [...FUNDS, ...ONE_OF_SEVERAL] : FUNDS;
  const named = words.find(([pattern]) => facts.says(pattern))?.[1];
  if (named !== undefined) return named;
  if (eventOf(event.what) === 'advance-paid') return 'government-advance';
  return published.tags.includes('paid-by-third-party') ? 'other' : 'debtor';
}

/** What came last before the money is what it rests on. */
const GROUNDS: Partial<Record<string, PaymentGround>> = {
  agreed: 'agreement',
  'award-made': 'award-or-judgment',
  'award-made-outside': 'award-or-judgment',
  'judgment-made': 'award-or-judgment',
  'payment-order-issued': 'award-or-judgment',
  'enforcement-applied': 'enforcement',
  'inspection-ordered': 'inspection-order',
};

/** On what a payment rests; null where nothing before it says so. */
export function groundOf({ facts, event, subject }: Told): PaymentGround | null {
  if (eventOf(event.what) === 'advance-paid') return 'advance';
  if (facts.says(/inspection/)) return 'inspection-order';
  const last = subject.timeline.findLast(({ kind }) => GROUNDS[kind] !== undefined);
  return last === undefined ? null : (GROUNDS[last.kind] ?? null);
}
