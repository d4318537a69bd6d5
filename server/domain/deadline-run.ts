import { type DayNumber, dayNumberOf, dayOfNumber } from './day-number.ts';
import type { ClockContext, NoEffectReason, TraceStep } from './deadline.ts';
import type { DeadlineEvent } from './deadline-events.ts';
import { hasMarks, SUBJECT_FIELDS } from './deadline-events.ts';
import type { PeriodLength, RuleVersion, Trigger } from './deadline-rule.ts';
import type { CodedRule } from './deadline-rules.ts';
import { type Standing, standingOn } from './legal-footing.ts';
import { endOfPeriod, rolledEnd, type Stop } from './period-end.ts';
import type { WorkingDays } from './working-days.ts';

/** A rule that events set running: what is known of it so far. Changed by `applyEvent` alone. */
export interface Run {
  readonly rule: CodedRule;
  readonly version: RuleVersion;
  readonly standing: Standing;
  readonly length: PeriodLength | null;
  readonly start: DeadlineEvent;
  readonly days: WorkingDays;
  /** What holds it back (wage arrears while employed) has yet to end. */
  held: boolean;
  /** The day that starts the count; null: held back (wage arrears while employed). */
  anchor: DayNumber | null;
  /** The day itself is named (an instalment): nothing to count. */
  named: boolean;
  wages: boolean;
  extraDays: number;
  untilOn: DayNumber | null;
  stops: Stop[];
  /** Kinds of pause that are open now. */
  open: Set<string>;
  resumedOn: DayNumber | null;
  end: DeadlineEvent | null;
  trace: TraceStep[];
}

export interface RunSeed {
  rule: CodedRule;
  version: RuleVersion;
  trigger: Trigger;
  event: DeadlineEvent;
  days: WorkingDays;
}

export function startRun({ rule, version, trigger, event, days }: RunSeed, context: ClockContext): Run {
  const standing = rule.standing === 'by-footing' ? standingOn(context.footing, rule.code) : rule.standing;
  const { inForceFrom, basis } = version;
  const held = rule.heldWhile !== null && hasMarks(event, rule.heldWhile.where);
  return {
    rule,
    version,
    standing,
    length: lengthOf(version, standing, context.ownDays?.[rule.code]),
    start: event,
    days,
    held,
    anchor: held && holdsFor(event, context) ? null : anchorOf(event, trigger),
    named: version.length === null && trigger.from !== undefined,
    wages: event.wages === true,
    extraDays: 0,
    untilOn: null,
    stops: [],
    open: new Set(),
    resumedOn: null,
    end: null,
    trace: [
      { step: 'rule', rule: rule.code, inForceFrom, basis, standing },
      { step: 'start', event: event.kind, on: event.on },
    ],
  };
}

/** What was told of one claim holds for it, whatever else is claimed. */
function holdsFor({ claimId }: DeadlineEvent, { onlyWages }: ClockContext): boolean {
  return onlyWages !== false || claimId !== undefined;
}

/** The length by law; an organisation's or alliance's own number where the limit is not law for it. */
function lengthOf(version: RuleVersion, standing: Standing, own: number | undefined): PeriodLength | null {
  if (standing === 'law' || own === undefined) return version.length;
  return { amount: own, unit: version.length?.unit ?? 'working-day' };
}

/** The day from which the trigger counts: that of the event, or the one that it names. */
export function anchorOf(event: DeadlineEvent, trigger: Trigger): DayNumber {
  return dayNumberOf((trigger.from && event[trigger.from]) ?? event.on);
}

/** Whether an event concerns this run: no field that both name differs. */
export function concerns(event: DeadlineEvent, run: Run): boolean {
  for (const field of SUBJECT_FIELDS) {
    const [named, own] = [event[field], run.start[field]];
    if (named !== undefined && own !== undefined && named !== own) return false;
  }
  return true;
}

export function noEffect(run: Run, event: DeadlineEvent, reason: NoEffectReason): void {
  run.trace.push({ step: 'no-effect', event: event.kind, on: event.on, reason });
}

/** The last day of the run before any roll; null while it is stopped or held back. */
export function unrolledEnd(run: Run): DayNumber | null {
  if (run.anchor === null) return null;
  if (run.named) return run.anchor;
  if (run.length === null) return null;
  const { anchor, rule, stops } = run;
  const { unit } = run.length;
  const amount = run.length.amount + run.extraDays;
  const { direction, suspension } = rule;
  const counted = endOfPeriod({ anchor, amount, unit, direction, suspension, stops }, run.days);
  const until = counted === null || run.untilOn === null ? counted : Math.max(counted, run.untilOn);
  const latest = latestByAgreement(run, anchor);
  if (latest === null) return until;
  return until === null ? latest : Math.min(until, latest);
}

/** Where both parties extend up to a cap (M3n), an agreed pause counts towards it as well. */
function latestByAgreement({ rule, length }: Run, anchor: DayNumber): DayNumber | null {
  const { extension } = rule;
  if (extension?.approvedBy !== 'both-parties' || extension.cap === null || length === null) return null;
  return anchor + length.amount + extension.cap;
}

/** The day on which the run ends as things stand; null while it is stopped or held back. */
export function currentDue(run: Run): DayNumber | null {
  const end = unrolledEnd(run);
  if (end === null || run.rule.roll === 'none' || run.rule.direction === 'backward') return end;
  // A wage day on a day off is paid before it (保障农民工工资支付条例 14).
  if (run.wages) return run.days.rolled(end, 'previous');
  return rolledEnd(end, run.stops, run.days);
}

export function restart(run: Run, event: DeadlineEvent, anchor: DayNumber): void {
  const interrupted = run.rule.interrupts.includes(event.kind);
  run.anchor = anchor;
  run.wages = event.wages === true;
  run.extraDays = 0;
  run.untilOn = null;
  run.end = null;
  run.trace.push({ step: 'restart', event: event.kind, on: dayOfNumber(anchor), interrupted });
}
