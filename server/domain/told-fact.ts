import type { NewFact } from './actions/case-action.ts';
import { clockEvent } from './actions/clock-events.ts';
import type { Cause } from './causes.ts';
import type { DeadlineEvent } from './deadline-events.ts';
import type { FactDetails, OutsideFact } from './outside-facts/outside-fact.ts';
import { OUTSIDE_FACTS, type OutsideFactKind } from './outside-facts.ts';
import type { PartialDay } from './partial-day.ts';
import { claimsOf, isOfWages, owesOnlyWages } from './wage-claims.ts';
import type { Sum } from './worker.ts';

/** A fact from outside as somebody tells it. */
export interface ToldFact {
  kind: OutsideFactKind;
  happenedOn: PartialDay | null;
  /** The office, court or commission that did it or that it went to. */
  body: string | null;
  workers: number | null;
  sum: Sum | null;
  note: string | null;
  /** What the clock needs to know of it beside its day. */
  details: FactDetails;
}

/** Its line on the timeline. */
export function lineOfFact({ kind, happenedOn, body, workers, sum, note, details }: ToldFact): NewFact {
  return {
    kind,
    happenedOn,
    note,
    ...(body === null ? {} : { body }),
    ...(workers === null ? {} : { workers }),
    ...(sum === null ? {} : { sum }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
  };
}

type Claim = { id?: string; cause: Cause };
interface Concerned {
  workers: readonly { claims: readonly Claim[] }[];
  jointClaims?: readonly Claim[];
  clock: readonly DeadlineEvent[];
}

/** What it does to the clock of a case: nothing where its day is not known. */
export function eventsOfFact(
  { kind, happenedOn, details }: Pick<ToldFact, 'kind' | 'happenedOn' | 'details'>,
  subject: Concerned,
): DeadlineEvent[] {
  const { clock, marks = {} }: OutsideFact = OUTSIDE_FACTS[kind];
  if (clock === null) return [];
  const { employmentGoesOn, ...told } = details;
  const arrears = clock === 'right-known' && isOfArrears(subject, details) ? { wageArrears: true } : {};
  return clockEvent(happenedOn, { kind: clock, ...told, ...marks, ...arrears });
}

/** Wages of an employment that goes on, or whose end is known, have no limit before that end (LDMAA 27(4)). */
function isOfArrears(subject: Concerned, { employmentGoesOn, claimId }: FactDetails): boolean {
  const isEmploymentKnown =
    employmentGoesOn === true || subject.clock.some(({ kind }) => kind === 'employment-ended');
  if (!isEmploymentKnown) return false;
  if (claimId === undefined) return owesOnlyWages(subject);
  return claimsOf(subject).some((claim) => claim.id === claimId && isOfWages(claim));
}
