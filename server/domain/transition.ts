import type { ActionContext, CaseChange } from './actions/case-action.ts';
import type { FactKind, MediationCase } from './case.ts';
import { type ActionInputs, type ActionName, CASE_ACTIONS, isActionName } from './case-actions.ts';
import { Fault } from './fault.ts';
import type { LegalDay } from './legal-day.ts';

/** An action with what it must be told. */
export interface Command<Name extends ActionName = ActionName> {
  name: Name;
  input: ActionInputs[Name];
}

/** The actions that a case leaves open to someone with these roles. */
export function openActions(
  subject: MediationCase,
  { actor, warning }: Pick<ActionContext, 'actor' | 'warning'>,
): ActionName[] {
  return Object.keys(CASE_ACTIONS)
    .filter(isActionName)
    .filter((name) => CASE_ACTIONS[name].from.includes(subject.state))
    .filter((name) => CASE_ACTIONS[name].by.some((role) => actor.roles.includes(role)))
    .filter((name) => CASE_ACTIONS[name].isOpen?.(subject, warning) ?? true);
}

/**
 * What an action does to a case.
 * @throws Fault `not_permitted`, `action_not_open`, `day_in_future`, `day_too_early`, `days_out_of_order` or the action's own.
 */
export function transition<Name extends ActionName>(
  subject: MediationCase,
  { name, input }: Command<Name>,
  context: ActionContext,
): CaseChange {
  const { actor, today } = context;
  const action = CASE_ACTIONS[name];
  if (!action.by.some((role) => actor.roles.includes(role))) {
    throw new Fault('not_permitted', { params: { needed: action.by.join(', ') } });
  }
  if (!action.from.includes(subject.state)) {
    const open = openActions(subject, context).join(', ') || '–';
    throw new Fault('action_not_open', { params: { action: name, state: subject.state, open } });
  }
  const days = action.happenedOn(input);
  for (const [field, day] of Object.entries(days)) {
    checkDay({ field, day, today, receivedOn: subject.receivedOn });
  }
  for (const [earlier, later] of action.inOrder) checkOrder(days, earlier, later);
  if (action.movesOn !== null) {
    checkOrder({ ...days, [BROUGHT_HERE]: broughtHereOn(subject) }, BROUGHT_HERE, action.movesOn);
  }
  return action.apply(subject, input, context);
}

function checkDay(check: { field: string; day: string; today: string; receivedOn: string }): void {
  const { field, day, today, receivedOn } = check;
  if (day > today) throw new Fault('day_in_future', { pointer: `/${field}`, params: { day, today } });
  if (day < receivedOn) {
    throw new Fault('day_too_early', {
      pointer: `/${field}`,
      params: { day, earliest: receivedOn },
    });
  }
}

/** How the step that brought the case to its state is called in a fault. */
const BROUGHT_HERE = 'previous step';

/** The facts that bring a case from one state to the next. */
const STEPS: readonly FactKind[] = [
  'registered',
  'accepted',
  'not-accepted',
  'mediation-started',
  'agreed',
  'failed',
];

function broughtHereOn({ timeline, receivedOn }: MediationCase): LegalDay {
  return timeline.findLast(({ kind }) => STEPS.includes(kind))?.happenedOn ?? receivedOn;
}

function checkOrder(days: Record<string, LegalDay>, earlier: string, later: string): void {
  const [first, day] = [days[earlier], days[later]];
  if (first === undefined || day === undefined || first <= day) return;
  throw new Fault('days_out_of_order', {
    pointer: `/${later}`,
    params: { day, earliest: first, other: earlier },
  });
}
