import type { Bilingual } from './bilingual.ts';
import type { Calendar } from './calendar.ts';
import type { DeadlineEventKind } from './deadline-events.ts';
import type { Actor, PeriodUnit, RuleNature } from './deadline-rule.ts';
import type { RuleCode } from './deadline-rules.ts';
import type { Basis } from './laws.ts';
import type { LegalDay } from './legal-day.ts';
import type { LegalFooting, Standing } from './legal-footing.ts';

/** What the clock must know beside the events. */
export interface ClockContext {
  calendar: Calendar;
  /** GB/T 2260: adds the days that this region alone has off or works. */
  region?: string | undefined;
  /** Legal basis of the organisation: decides whether M1, M3, M5 and M6 are law for it. */
  footing?: LegalFooting | undefined;
  /** A platform worker's dispute (新就业形态): M3n in place of M3. */
  newForm?: boolean | undefined;
  /** A civil case (劳务, over retirement age): A11 in place of A1. */
  civil?: boolean | undefined;
  /** False where more than wages is claimed, or nothing is said: what is held back for wage arrears then runs. */
  onlyWages?: boolean | undefined;
  /** Own numbers for limits that are not law: alliance rules, local targets. */
  ownDays?: Partial<Record<RuleCode, number>> | undefined;
}

/** Days off in a row for one reason, both ends included. */
export interface HolidaySpan {
  from: LegalDay;
  to: LegalDay;
  name: Bilingual;
}

export type NoEffectReason =
  | 'not-agreed-by-both'
  | 'too-late'
  | 'already-running'
  | 'not-longer'
  | 'cap-reached'
  | 'same-day'
  | 'no-limit-while-employed'
  | 'of-some';

export type NoDayReason = 'check' | 'hint' | 'paused' | 'no-limit-while-employed' | 'no-number';
export type CautiousReason = 'not-rolled' | 'unproven' | 'provisional';

/** One step of the reasoning; together they let a lawyer check the day by hand. */
export type TraceStep =
  | { step: 'rule'; rule: RuleCode; inForceFrom: LegalDay; basis: readonly Basis[]; standing: Standing }
  | { step: 'start'; event: DeadlineEventKind; on: LegalDay }
  | { step: 'restart'; event: DeadlineEventKind; on: LegalDay; interrupted: boolean }
  | { step: 'pause'; event: DeadlineEventKind; on: LegalDay; until: LegalDay | null }
  | {
      step: 'extend';
      event: DeadlineEventKind;
      on: LegalDay;
      days: number | null;
      untilOn: LegalDay | null;
      capped: boolean;
    }
  | { step: 'no-effect'; event: DeadlineEventKind; on: LegalDay; reason: NoEffectReason }
  | {
      step: 'count';
      unit: PeriodUnit;
      amount: number;
      direction: 'forward' | 'backward';
      /** The day that starts the count and does not count itself. */
      from: LegalDay;
      /** The last day, before any roll. */
      to: LegalDay;
      /** Holidays that lie inside; skipped when working days are counted. */
      holidays: HolidaySpan[];
      /** Saturdays and Sundays skipped that belong to no holiday (working-day counts only). */
      restDays: number;
      workedWeekends: LegalDay[];
    }
  | { step: 'named-day'; on: LegalDay }
  | { step: 'roll'; from: LegalDay; to: LegalDay; holidays: HolidaySpan[]; direction: 'next' | 'previous' }
  | { step: 'provisional'; years: number[] }
  | { step: 'cautious'; on: LegalDay; reasons: CautiousReason[] }
  | { step: 'no-day'; reason: NoDayReason }
  | { step: 'end'; event: DeadlineEventKind; on: LegalDay };

/** A rule, the events that set it running, and the day that follows from them. */
export interface Deadline {
  rule: RuleCode;
  nature: RuleNature;
  /** The claim, agreement, instalment … that it concerns, where the rule tells them apart. */
  subject?: string;
  startedOn: LegalDay;
  /** null: a check or a hint, paused without an end, or no limit yet. */
  dueOn: LegalDay | null;
  /** Limitation only: the day to act by if nothing arguable is relied on. */
  cautiousOn?: LegalDay;
  state: 'running' | 'paused' | 'ended';
  endedOn?: LegalDay;
  endedBy?: DeadlineEventKind;
  /** A year that was looked at has no published calendar: the day may still move. */
  provisional: boolean;
  standing: Standing;
  actor: Actor;
  atEnd: Bilingual;
  trace: TraceStep[];
}

/** Of a limitation the day that relies on nothing arguable (LDMAA 27). */
export function dayToActBy({ cautiousOn, dueOn }: Pick<Deadline, 'cautiousOn' | 'dueOn'>): LegalDay | null {
  return cautiousOn ?? dueOn;
}
