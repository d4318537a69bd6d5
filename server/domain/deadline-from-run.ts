import { type DayNumber, dayOfNumber, weekdayOfNumber, yearOfNumber } from './day-number.ts';
import type { CautiousReason, Deadline, HolidaySpan, NoDayReason, TraceStep } from './deadline.ts';
import type { PeriodLength } from './deadline-rule.ts';
import { currentDue, type Run, unrolledEnd } from './deadline-run.ts';
import type { DayRun, WorkingDays } from './working-days.ts';

/** Closes the books on a run: the day, whether it may still move, and the reasoning in full. */
export function deadlineFrom(run: Run, cautious: Run | null): Deadline {
  const { rule, start, standing } = run;
  const end = unrolledEnd(run);
  const due = isDayless(run) ? null : currentDue(run);
  const trace: TraceStep[] = [...run.trace];
  const years = end === null || due === null ? [] : unpublishedYears(run, end, due);
  if (end !== null && due !== null) traceDay(trace, run, { end, due });
  else trace.push({ step: 'no-day', reason: noDayReason(run) });
  if (years.length > 0) trace.push({ step: 'provisional', years });
  const cautiousOn = due === null ? null : traceCautious(trace, cautious, { due, years });
  if (run.end) trace.push({ step: 'end', event: run.end.kind, on: run.end.on });
  const deadline: Deadline = {
    rule: rule.code,
    nature: rule.nature,
    startedOn: start.on,
    dueOn: due === null ? null : dayOfNumber(due),
    state: stateOf(run, due),
    provisional: years.length > 0,
    standing,
    actor: rule.actor,
    atEnd: rule.atEnd,
    trace,
  };
  const subject = rule.subject && start[rule.subject];
  if (subject) deadline.subject = subject;
  if (cautiousOn !== null) deadline.cautiousOn = cautiousOn;
  if (run.end) {
    deadline.endedOn = run.end.on;
    deadline.endedBy = run.end.kind;
  }
  return deadline;
}

function isDayless({ rule }: Run): boolean {
  return rule.nature === 'check' || rule.nature === 'hint';
}

function noDayReason(run: Run): NoDayReason {
  if (run.rule.nature === 'check' || run.rule.nature === 'hint') return run.rule.nature;
  if (run.anchor === null) return 'no-limit-while-employed';
  return run.length === null && !run.named ? 'no-number' : 'paused';
}

function stateOf(run: Run, due: DayNumber | null): Deadline['state'] {
  if (run.end) return 'ended';
  const stopped = run.open.size > 0 || run.anchor === null;
  return stopped && due === null ? 'paused' : 'running';
}

/** Years nobody published among the days that were looked at: all for working days, else the end and the roll. */
function unpublishedYears(
  { rule, length, days, anchor, named }: Run,
  end: DayNumber,
  due: DayNumber,
): number[] {
  const looksAtAll = length?.unit === 'working-day' && !named;
  if (!looksAtAll && rule.roll === 'none') return [];
  const from = Math.min(looksAtAll && anchor !== null ? nextDay(anchor, rule.direction) : end, end, due);
  const to = Math.max(looksAtAll && anchor !== null ? nextDay(anchor, rule.direction) : end, end, due);
  const years: number[] = [];
  for (let year = yearOfNumber(from); year <= yearOfNumber(to); year++) {
    if (!days.isPublished(year)) years.push(year);
  }
  return years;
}

function nextDay(anchor: DayNumber, direction: 'forward' | 'backward'): DayNumber {
  return direction === 'forward' ? anchor + 1 : anchor - 1;
}

function traceDay(trace: TraceStep[], run: Run, { end, due }: { end: DayNumber; due: DayNumber }): void {
  if (run.named || run.anchor === null || run.length === null) {
    trace.push({ step: 'named-day', on: dayOfNumber(end) });
  } else {
    trace.push(countStep(run, run.length, { anchor: run.anchor, end }));
  }
  if (due === end) return;
  const direction = due > end ? 'next' : 'previous';
  const [first, last] = due > end ? [end, due - 1] : [due + 1, end];
  const holidays = spans(run.days.holidaysIn(first, last));
  trace.push({ step: 'roll', from: dayOfNumber(end), to: dayOfNumber(due), holidays, direction });
}

function countStep(
  { rule, extraDays, days }: Run,
  { unit, amount }: PeriodLength,
  { anchor, end }: { anchor: DayNumber; end: DayNumber },
): TraceStep {
  const { direction } = rule;
  const [first, last] = direction === 'forward' ? [anchor + 1, end] : [end, anchor - 1];
  const inWorkingDays = unit === 'working-day';
  const holidays = inWorkingDays ? clipped(days.holidaysIn(first, last), first, last) : [];
  let restDays = inWorkingDays ? last - first + 1 - days.between(first - 1, last) : 0;
  for (const { from, to } of holidays) restDays -= to - from + 1;
  return {
    step: 'count',
    unit,
    amount: amount + extraDays,
    direction,
    from: dayOfNumber(anchor),
    to: dayOfNumber(end),
    holidays: spans(holidays),
    restDays,
    // In calendar days only the last day matters: why a weekend at the end does not roll must be told.
    workedWeekends: inWorkingDays ? workedWeekends(days, first, last) : workedWeekends(days, end, end),
  };
}

function clipped(runs: readonly DayRun[], first: DayNumber, last: DayNumber): DayRun[] {
  return runs.map(({ from, to, name }) => ({ from: Math.max(from, first), to: Math.min(to, last), name }));
}

function spans(runs: readonly DayRun[]): HolidaySpan[] {
  return runs.map(({ from, to, name }) => ({ from: dayOfNumber(from), to: dayOfNumber(to), name }));
}

function workedWeekends(days: WorkingDays, from: DayNumber, to: DayNumber): string[] {
  const found: string[] = [];
  for (let day = from; day <= to; day++) {
    const weekday = weekdayOfNumber(day);
    if (weekday < 5) day += 4 - weekday;
    else if (days.isWorking(day)) found.push(dayOfNumber(day));
  }
  return found;
}

/** The day to act by when nothing is relied on that the other side could argue about. */
function traceCautious(
  trace: TraceStep[],
  cautious: Run | null,
  { due, years }: { due: DayNumber; years: number[] },
): string | null {
  if (cautious === null) return null;
  const end = unrolledEnd(cautious);
  if (end === null) return null;
  const day = Math.min(cautious.days.rolled(end, 'previous'), due);
  const reasons: CautiousReason[] = [];
  const cautiousDue = currentDue(cautious);
  if (cautiousDue !== due) reasons.push('unproven');
  if (cautiousDue !== day) reasons.push('not-rolled');
  if (years.length > 0) reasons.push('provisional');
  const on = dayOfNumber(day);
  if (day !== due) trace.push({ step: 'cautious', on, reasons });
  return on;
}
