import { applyEvent } from './apply-event.ts';
import { dayNumberOf } from './day-number.ts';
import type { ClockContext, Deadline } from './deadline.ts';
import { type DeadlineEvent, inLegalOrder } from './deadline-events.ts';
import { deadlineFrom } from './deadline-from-run.ts';
import { ALL_ROLES, fires, type RoleIndex, rolesOfRule } from './deadline-roles.ts';
import type { Trigger } from './deadline-rule.ts';
import { type CodedRule, type RuleCode, ruleOf, versionOn } from './deadline-rules.ts';
import { anchorOf, concerns, noEffect, type Run, startRun } from './deadline-run.ts';
import type { WorkingDays } from './working-days.ts';

/**
 * Every deadline that these events started, those that ended included and marked, in the order in which they
 * started. Pure: the same events in any order give the same deadlines, and "today" plays no part.
 * Checks (A2, A7) that act through another rule are not listed by themselves. Throws `DeadlineInputError`
 * for a day that the calendar cannot reach. Source: the rules' own articles, in each trace.
 */
export function deadlinesOf(events: readonly DeadlineEvent[], context: ClockContext): Deadline[] {
  const ordered = inLegalOrder(events);
  return runsOf(ordered, ALL_ROLES, context)
    .filter(({ rule, start }) => isMeant(rule, start, context))
    .map((run) => deadlineFrom(run, cautiousRun(run, ordered, context)))
    .filter(({ dueOn, nature, standing }) => dueOn !== null || nature !== 'limit' || standing === 'law');
}

/**
 * The deadline that one rule sets, the last one where it started several times; null when nothing started it.
 * The rule is taken at its word: `newForm` and `civil` of the context, which choose between rules, play no part.
 */
export function deadlineOf(
  rule: RuleCode,
  events: readonly DeadlineEvent[],
  context: ClockContext,
): Deadline | null {
  const ordered = inLegalOrder(events);
  const run = runsOf(ordered, rolesOfRule(rule), context).at(-1);
  return run ? deadlineFrom(run, cautiousRun(run, ordered, context)) : null;
}

function runsOf(ordered: readonly DeadlineEvent[], roles: RoleIndex, context: ClockContext): Run[] {
  const runs: Run[] = [];
  const live = new Map<CodedRule, Run[]>();
  const none: readonly Run[] = [];
  const days = context.calendar.workingDays(context.region);
  for (const event of ordered) {
    for (const { rule, role } of roles.get(event.kind) ?? []) {
      if (role.as === 'start') {
        const run = started({ rule, trigger: role.trigger, event, days }, live.get(rule) ?? none, context);
        if (run === null) continue;
        lookBack(run, ordered);
        runs.push(run);
        const others = live.get(rule);
        if (others) others.push(run);
        else live.set(rule, [run]);
        continue;
      }
      const began = role.as === 'restart' && live.get(rule)?.at(-1)?.start === event;
      // What began a count of its own (another hearing after one that was held) starts no earlier one again.
      for (const run of began ? none : (live.get(rule) ?? none)) {
        if (concerns(event, run)) applyEvent(run, role, event);
      }
    }
  }
  return runs;
}

interface Start {
  rule: CodedRule;
  trigger: Trigger;
  event: DeadlineEvent;
  days: WorkingDays;
}

/** A new run, unless the condition fails, the rule was not yet in force, or one for this subject still runs. */
function started(
  { rule, trigger, event, days }: Start,
  live: readonly Run[],
  context: ClockContext,
): Run | null {
  if (!fires(trigger, event)) return null;
  const subject = rule.subject && event[rule.subject];
  const running = live.findLast((run) => (rule.subject ? run.start[rule.subject] === subject : true));
  if (running && running.end === null) {
    const again = rule.restarts.some(({ kind }) => kind === event.kind);
    if (!again) noEffect(running, event, 'already-running');
    return null;
  }
  const version = versionOn(rule, anchorOf(event, trigger));
  return version && startRun({ rule, version, trigger, event, days }, context);
}

/**
 * What had happened before a limitation began still counts: an obstacle that goes on stops it from its first day,
 * and wage arrears learned of after the employment had ended run from that end (LDMAA 27(3), (4)).
 */
function lookBack(run: Run, ordered: readonly DeadlineEvent[]): void {
  const { rule, start } = run;
  if (rule.interrupts.length === 0) return;
  for (const event of ordered.slice(0, ordered.indexOf(start))) {
    if (!concerns(event, run)) continue;
    for (const { role } of rolesOfRule(rule.code).get(event.kind) ?? []) {
      if (role.as === 'release' || role.as === 'pause' || role.as === 'resume') applyEvent(run, role, event);
    }
  }
}

/** Which of two rules for the same matter is meant: M3 or M3n, A1 or A11. */
function isMeant({ code }: CodedRule, start: DeadlineEvent, { newForm, civil }: ClockContext): boolean {
  if (code === 'M3') return newForm !== true || versionOn(ruleOf('M3n'), dayNumberOf(start.on)) === null;
  if (code === 'M3n') return newForm === true;
  if (code === 'A1') return civil !== true;
  if (code === 'A11') return civil === true;
  return true;
}

/** The same limitation without what cannot be proved; the run itself when everything can. */
function cautiousRun(run: Run, ordered: readonly DeadlineEvent[], context: ClockContext): Run | null {
  if (run.rule.interrupts.length === 0) return null;
  if (!ordered.some(({ unproven }) => unproven === true)) return run;
  const proven = ordered.filter((event) => event.unproven !== true || event === run.start);
  return runsOf(proven, rolesOfRule(run.rule.code), context).find(({ start }) => start === run.start) ?? null;
}
