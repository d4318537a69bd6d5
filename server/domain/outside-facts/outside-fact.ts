import type { Bilingual } from '../bilingual.ts';
import { type DeadlineEvent, type DeadlineEventKind, EVENT_NAMES } from '../deadline-events.ts';

/** What may be told of a fact beside its day, as the clock takes it; days are whole calendar days and may lie ahead. */
export interface FactDetails
  extends Pick<
    DeadlineEvent,
    | 'hearingOn'
    | 'dueOn'
    | 'performUntilOn'
    | 'days'
    | 'party'
    | 'final'
    | 'collective'
    | 'partial'
    | 'clear'
    | 'continuing'
    | 'assetsPreserved'
    | 'claimId'
    | 'unproven'
  > {
  /** The employment goes on: wages then have no limit yet (LDMAA 27(4)). */
  employmentGoesOn?: boolean | undefined;
}

export type FactDetail = keyof FactDetails;

export interface OutsideFact {
  name: Bilingual;
  /** What it does to the law's clock, where its day is known. */
  clock: DeadlineEventKind | null;
  /** What its event always says, so that nobody need know the codes of rules. */
  marks?: Pick<DeadlineEvent, 'rule' | 'granted'>;
  /** What may be told of it; what its event cannot do without must be. */
  details?: readonly FactDetail[];
}

type Told = Partial<Pick<OutsideFact, 'name' | 'marks' | 'details'>>;

/** A fact that is an event of the clock, under its name there unless that says too little. */
export function onTheClock(
  clock: DeadlineEventKind,
  told: Told = {},
): OutsideFact & { clock: DeadlineEventKind } {
  return { name: EVENT_NAMES[clock], clock, ...told };
}

/** A fact that starts and ends nothing. */
export function besideTheClock(zh: string, en: string): OutsideFact {
  return { name: { zh, en }, clock: null };
}
