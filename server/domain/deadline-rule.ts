import type { Bilingual } from './bilingual.ts';
import type { DeadlineEventKind, Marks, SubjectField } from './deadline-events.ts';
import type { Basis } from './laws.ts';
import type { LegalDay } from './legal-day.ts';

export type PeriodUnit = 'calendar-day' | 'working-day' | 'month' | 'year';

export interface PeriodLength {
  amount: number;
  unit: PeriodUnit;
}

/**
 * `limit`: something must be done by the day. `earliest-day`: nothing may be done before it.
 * `check` and `hint` have no day: a person looks. `modifier`: changes another rule (A2 restarts A1).
 */
export type RuleNature = 'limit' | 'earliest-day' | 'check' | 'hint' | 'modifier';

export type Actor =
  | 'organisation'
  | 'mediator'
  | 'either-party'
  | 'both-parties'
  | 'applicant'
  | 'worker'
  | 'employer'
  | 'debtor'
  | 'creditor'
  | 'respondent'
  | 'commission'
  | 'court'
  | 'authority'
  | 'sending-city'
  | 'receiving-city';

/**
 * An event with a role in a rule: only `where` all marks are there and `unless` all of those are. `from` takes
 * the day from a field instead of `on`; without it a trigger fires only when the event names that day, but for
 * `performUntilOn`, where an instrument that states no time for performance counts from taking effect.
 */
export interface Trigger {
  kind: DeadlineEventKind;
  where?: Marks;
  unless?: Marks;
  from?: 'dueOn' | 'hearingOn' | 'performUntilOn';
}

export interface Pause {
  by: DeadlineEventKind;
  until: readonly DeadlineEventKind[];
  /** Stops the period only when both parties agreed: then it is an extension by another name. */
  needsBoth?: boolean;
}

export interface Extension {
  by: 'mediation-extended' | 'extension-approved';
  /** At most so much in all, in the unit of the rule; null: no cap. */
  cap: number | null;
  approvedBy: 'both-parties' | 'head-of-body';
}

/** The text of the law that holds for periods that start on or after a day. */
export interface RuleVersion {
  inForceFrom: LegalDay;
  basis: readonly Basis[];
  /** null: no period; a day is named, or there is nothing to count. */
  length: PeriodLength | null;
}

export interface DeadlineRule {
  code: string;
  name: Bilingual;
  nature: RuleNature;
  /** Newest first. */
  versions: readonly RuleVersion[];
  direction: 'forward' | 'backward';
  roll: 'next-working-day' | 'none';
  /** The standing in law; `by-footing` depends on the legal basis of the organisation. */
  standing: 'law' | 'by-footing' | 'alliance' | 'local-target';
  actor: Actor;
  /** One plain sentence with {day} where the day goes; none in checks and hints. */
  plain: Bilingual;
  /** What happens when the day has passed. */
  atEnd: Bilingual;
  starts: readonly Trigger[];
  /** Starts again in full, even after the end. */
  restarts: readonly Trigger[];
  /** Interruptions of a limitation: start again in full, but only while it is still running. */
  interrupts: readonly DeadlineEventKind[];
  pauses: readonly Pause[];
  /**
   * What a pause does: `continues` whenever it falls; `last-six-months` only there;
   * `six-months-after` as Civil Code 194: the limit ends six months after the obstacle.
   */
  suspension: 'continues' | 'last-six-months' | 'six-months-after';
  extension: Extension | null;
  ends: readonly Trigger[];
  /** One deadline for each value of this field. */
  subject: SubjectField | null;
  /** Held back while the condition lasts: wage arrears have no limit while employed. */
  heldWhile: { where: Marks; until: DeadlineEventKind } | null;
}

type Optional =
  | 'nature'
  | 'direction'
  | 'roll'
  | 'standing'
  | 'restarts'
  | 'interrupts'
  | 'pauses'
  | 'suspension'
  | 'extension'
  | 'subject'
  | 'heldWhile';

/** A row of the table: what is left out is the common case. */
type RuleRow = Omit<DeadlineRule, Optional | 'code'> & Partial<Pick<DeadlineRule, Optional>>;

const COMMON: Pick<DeadlineRule, Optional> = {
  nature: 'limit',
  direction: 'forward',
  roll: 'next-working-day',
  standing: 'law',
  restarts: [],
  interrupts: [],
  pauses: [],
  suspension: 'continues',
  extension: null,
  subject: null,
  heldWhile: null,
};

export function defineRules<Code extends string>(
  rows: Record<Code, RuleRow>,
): Record<Code, DeadlineRule & { code: Code }>;
export function defineRules(rows: Record<string, RuleRow>): Record<string, DeadlineRule> {
  return Object.fromEntries(Object.entries(rows).map(([code, row]) => [code, { ...COMMON, ...row, code }]));
}

export function calendarDays(amount: number): PeriodLength {
  return { amount, unit: 'calendar-day' };
}

export function workingDays(amount: number): PeriodLength {
  return { amount, unit: 'working-day' };
}

export function years(amount: number): PeriodLength {
  return { amount, unit: 'year' };
}

/** Triggers without conditions. */
export function on(...kinds: DeadlineEventKind[]): Trigger[] {
  return kinds.map((kind) => ({ kind }));
}
