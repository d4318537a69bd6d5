import { dayNumberOf } from './day-number.ts';
import type { DeadlineEvent } from './deadline-events.ts';
import { fires, type Role } from './deadline-roles.ts';
import type { Pause, Trigger } from './deadline-rule.ts';
import { anchorOf, currentDue, noEffect, type Run, restart, unrolledEnd } from './deadline-run.ts';

/** Lets one event do to a run what its role says, and writes down why where it does nothing. */
export function applyEvent(run: Run, role: Role, event: DeadlineEvent): void {
  switch (role.as) {
    case 'release':
      release(run, event);
      return;
    case 'start':
      return;
    case 'restart':
      if (fires(role.trigger, event) && event !== run.start) startAgain(run, role.trigger, event);
      return;
    case 'interrupt':
      interrupt(run, event);
      return;
    case 'resume':
      resume(run, role.pause, event);
      return;
    case 'pause':
      pause(run, role.pause, event);
      return;
    case 'extend':
      extend(run, event);
      return;
    case 'end':
      if (run.end === null && fires(role.trigger, event)) run.end = event;
  }
}

/** Wages have their year from the end of the employment, also where other claims had theirs run before (LDMAA 27(4)). */
function release(run: Run, event: DeadlineEvent): void {
  if (!run.held) return;
  const { end } = run;
  restart(run, event, dayNumberOf(event.on));
  run.held = false;
  run.end = end;
}

/** In full again: always for a period of procedure, for a limitation only when it had not run out. */
function startAgain(run: Run, trigger: Trigger, event: DeadlineEvent): void {
  const isLimitation = run.rule.interrupts.length > 0;
  if (isLimitation && run.anchor === null) {
    run.end = null;
    return noEffect(run, event, 'no-limit-while-employed');
  }
  if (isLimitation && isOver(run, run.end ?? event)) return noEffect(run, event, 'too-late');
  restart(run, event, anchorOf(event, trigger));
}

/** A limitation that has run out cannot be interrupted any more, nor by what befell others. */
function interrupt(run: Run, event: DeadlineEvent): void {
  if (run.end !== null) return;
  if (run.anchor === null) return noEffect(run, event, 'no-limit-while-employed');
  if (event.ofSome === true) return noEffect(run, event, 'of-some');
  if (isOver(run, event)) return noEffect(run, event, 'too-late');
  restart(run, event, dayNumberOf(event.on));
}

function isOver(run: Run, event: DeadlineEvent): boolean {
  const due = currentDue(run);
  return due !== null && dayNumberOf(event.on) > due;
}

function pause(run: Run, { by, needsBoth }: Pause, event: DeadlineEvent): void {
  if (run.end !== null || run.open.has(by)) return;
  if (needsBoth && event.agreedByBoth !== true) return noEffect(run, event, 'not-agreed-by-both');
  if (isOver(run, event)) return noEffect(run, event, 'too-late');
  const from = dayNumberOf(event.on);
  if (run.resumedOn === from) return noEffect(run, event, 'same-day');
  if (run.open.size === 0) run.stops.push({ from, to: null });
  run.open.add(by);
  run.trace.push({ step: 'pause', event: event.kind, on: event.on, until: null });
}

function resume(run: Run, { by }: Pause, event: DeadlineEvent): void {
  const day = dayNumberOf(event.on);
  if (!run.open.delete(by)) {
    run.resumedOn = day;
    return;
  }
  const stop = run.stops.at(-1);
  if (stop && run.open.size === 0) stop.to = day;
  const step = run.trace.findLast((candidate) => candidate.step === 'pause' && candidate.event === by);
  if (step?.step === 'pause') step.until = event.on;
}

function extend(run: Run, event: DeadlineEvent): void {
  const { extension } = run.rule;
  if (run.end !== null || extension === null) return;
  if (extension.by === 'extension-approved' && event.rule !== run.rule.code) return;
  if (extension.approvedBy === 'both-parties' && event.agreedByBoth !== true) {
    return noEffect(run, event, 'not-agreed-by-both');
  }
  if (isOver(run, event)) return noEffect(run, event, 'too-late');
  if (event.untilOn !== undefined) extendUntil(run, event, event.untilOn);
  else extendByDays(run, event, event.days ?? 0);
}

function extendByDays(run: Run, event: DeadlineEvent, asked: number): void {
  const cap = run.rule.extension?.cap ?? null;
  const days = cap === null ? asked : Math.min(asked, cap - run.extraDays);
  if (days <= 0) return noEffect(run, event, asked > 0 ? 'cap-reached' : 'not-longer');
  run.extraDays += days;
  run.trace.push({
    step: 'extend',
    event: event.kind,
    on: event.on,
    days,
    untilOn: null,
    capped: days < asked,
  });
}

function extendUntil(run: Run, event: DeadlineEvent, untilOn: string): void {
  const before = unrolledEnd(run);
  const wanted = dayNumberOf(untilOn);
  if (before !== null && wanted <= before) return noEffect(run, event, 'not-longer');
  const earlier = run.untilOn;
  run.untilOn = Math.max(wanted, earlier ?? 0);
  const reached = unrolledEnd(run);
  if (reached !== null && reached === before) {
    run.untilOn = earlier;
    return noEffect(run, event, 'cap-reached');
  }
  const capped = reached !== null && reached < wanted;
  run.trace.push({ step: 'extend', event: event.kind, on: event.on, days: null, untilOn, capped });
}
