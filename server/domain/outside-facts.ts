import { REQUIRED_FIELDS } from './deadline-events.ts';
import { ARBITRATION_FACTS } from './outside-facts/arbitration-facts.ts';
import { AUTHORITY_FACTS } from './outside-facts/authority-facts.ts';
import { COURT_FACTS } from './outside-facts/court-facts.ts';
import { DISPUTE_FACTS } from './outside-facts/dispute-facts.ts';
import { besideTheClock, type FactDetail, type OutsideFact } from './outside-facts/outside-fact.ts';

/**
 * What happens to a dispute outside the hands of the organisation that has the case: before it came, beside it and
 * after it left. Such a fact moves no step of the case, but may move its clock (A2: LDMAA 27, O33 27). What each starts
 * and ends follows from the rules (fact-effects.ts).
 */
export const OUTSIDE_FACTS = {
  ...DISPUTE_FACTS,
  ...ARBITRATION_FACTS,
  ...COURT_FACTS,
  ...AUTHORITY_FACTS,
  'other-fact': besideTheClock('其他情况', 'something else'),
} as const satisfies Record<string, OutsideFact>;

export type OutsideFactKind = keyof typeof OUTSIDE_FACTS;
export const OUTSIDE_FACT_KINDS = Object.keys(OUTSIDE_FACTS).filter(isOutsideFactKind);

export function isOutsideFactKind(text: string): text is OutsideFactKind {
  return Object.hasOwn(OUTSIDE_FACTS, text);
}

/** What may be told of a fact beside its day. */
export function detailsOf(kind: OutsideFactKind): readonly FactDetail[] {
  const { details = [] }: OutsideFact = OUTSIDE_FACTS[kind];
  return details;
}

/** Those without which its event says nothing. */
export function neededDetailsOf(kind: OutsideFactKind): readonly FactDetail[] {
  const { clock }: OutsideFact = OUTSIDE_FACTS[kind];
  const required = clock === null ? [] : (REQUIRED_FIELDS[clock] ?? []);
  return detailsOf(kind).filter((detail) => required.some((field) => field === detail));
}
