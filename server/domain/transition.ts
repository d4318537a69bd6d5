import type { ActionContext, CaseAction, CaseChange, Lack } from './actions/case-action.ts';
import type { MediationCase } from './case.ts';
import { ACTION_NAMES, type ActionInputs, type ActionName, CASE_ACTIONS } from './case-actions.ts';
import { consentLacks } from './consent-lacks.ts';
import { checkConsentToGoOn } from './consent-to-go-on.ts';
import { isErased } from './erasure.ts';
import type { FactKind } from './fact.ts';
import { Fault } from './fault.ts';
import type { LegalDay } from './legal-day.ts';
import { rightDay } from './line-days.ts';
import { earliestOf, isSurelyAfter, isWholeDay, type PartialDay } from './partial-day.ts';
import { isTakenOver } from './taken-over.ts';

/** An action with what it must be told. */
export interface Command<Name extends ActionName = ActionName> {
  name: Name;
  input: ActionInputs[Name];
}

type Asking = Pick<ActionContext, 'actor' | 'warning'>;

/** The actions that a case leaves open to someone with these roles. */
export function openActions(subject: MediationCase, { actor, warning }: Asking): ActionName[] {
  if (isErased(subject)) return [];
  return ACTION_NAMES.filter((name) => {
    const { from, by, isOpen }: CaseAction<never> = CASE_ACTIONS[name];
    return (
      from.includes(subject.state) &&
      by.some((role) => actor.roles.includes(role)) &&
      (isOpen?.(subject, warning) ?? true)
    );
  });
}

/** What is done about a consent that was withdrawn does not lack it. */
const MEND_CONSENT: readonly ActionName[] = ['record-consent', 'terminate', 'remove-workers', 'archive'];

/** What a case still lacks for an action to be done well; the action is offered all the same, and says so if it cannot. */
export function lacksOf(subject: MediationCase, name: ActionName): Lack[] {
  const { lacks }: CaseAction<never> = CASE_ACTIONS[name];
  const ownLacks = lacks?.(subject) ?? [];
  return MEND_CONSENT.includes(name) ? ownLacks : [...ownLacks, ...consentLacks(subject)];
}

/**
 * What an action does to a case.
 * @throws Fault `case_erased`, `not_permitted`, `action_not_open`, `day_in_future`, `day_too_early`, `days_out_of_order`, `consent_withdrawn` or the action's own.
 */
export function transition<Name extends ActionName>(
  subject: MediationCase,
  { name, input }: Command<Name>,
  context: ActionContext,
): CaseChange {
  if (isErased(subject)) throw new Fault('case_erased');
  const action: CaseAction<ActionInputs[Name]> = actionOf(name);
  if (!action.by.some((role) => context.actor.roles.includes(role))) {
    throw new Fault('not_permitted', { params: { needed: action.by.join(', ') } });
  }
  const isOpen = action.explainsItself || (action.isOpen?.(subject, context.warning) ?? true);
  if (!action.from.includes(subject.state) || !isOpen) {
    const open = openActions(subject, context).join(', ') || '–';
    throw new Fault('action_not_open', { params: { action: name, state: subject.state, open } });
  }
  const days = action.happenedOn(input);
  checkDays(subject, { action, days, today: context.today });
  checkConsentToGoOn(subject.workers, { name, days: Object.values(days) });
  return action.apply(subject, input, context);
}

function actionOf<Name extends ActionName>(name: Name): CaseAction<ActionInputs[Name]> {
  // The table pairs each name with its input; TypeScript loses the pair when the name is a union.
  const actions: { readonly [Each in ActionName]: CaseAction<ActionInputs[Each]> } = CASE_ACTIONS;
  return actions[name];
}

interface DaysCheck {
  action: Pick<CaseAction<never>, 'inOrder' | 'movesOn' | 'mayPrecedeApplication'>;
  days: Record<string, PartialDay | null>;
  today: LegalDay;
}

function checkDays(subject: MediationCase, { action, days, today }: DaysCheck): void {
  const earliest = action.mayPrecedeApplication ? null : subject.receivedOn;
  for (const [field, day] of Object.entries(days)) {
    if (day !== null) checkDay({ field, day, today, earliest });
    if (!mayLeaveDaysOpen(subject, action) && (day === null || !isWholeDay(day))) {
      throw new Fault('day_missing', { pointer: `/${field}` });
    }
  }
  for (const [earlier, later] of action.inOrder) checkOrder(days, earlier, later);
  if (action.movesOn !== null) {
    checkOrder({ ...days, [BROUGHT_HERE]: broughtHereOn(subject) }, BROUGHT_HERE, action.movesOn);
  }
}

/** Our own steps have their days; those of a case that was taken over, and what others did, may not. */
function mayLeaveDaysOpen(subject: MediationCase, { mayPrecedeApplication }: DaysCheck['action']) {
  return isTakenOver(subject) || mayPrecedeApplication === true;
}

function checkDay(check: {
  field: string;
  day: PartialDay;
  today: LegalDay;
  earliest: PartialDay | null;
}): void {
  const { field, day, today, earliest } = check;
  if (earliestOf(day) > today) {
    throw new Fault('day_in_future', { pointer: `/${field}`, params: { day, today } });
  }
  if (earliest !== null && isSurelyAfter(earliest, day)) {
    throw new Fault('day_too_early', { pointer: `/${field}`, params: { day, earliest } });
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
  'handed-to-arbitration',
  'arbitration-accepted',
  'award-made',
  'transfer-offered',
  'reopened',
];

function broughtHereOn({ timeline, receivedOn }: MediationCase): PartialDay | null {
  const days = timeline
    .filter(({ kind }) => STEPS.includes(kind))
    .map((line) => rightDay(timeline, { line, day: null }));
  return days.findLast((day) => day !== null) ?? receivedOn;
}

function checkOrder(days: Record<string, PartialDay | null>, earlier: string, later: string): void {
  const [first, day] = [days[earlier] ?? null, days[later] ?? null];
  if (first === null || day === null || !isSurelyAfter(first, day)) return;
  throw new Fault('days_out_of_order', {
    pointer: `/${later}`,
    params: { day, earliest: first, other: earlier },
  });
}
