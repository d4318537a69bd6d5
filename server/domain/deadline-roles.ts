import { type DeadlineEvent, type DeadlineEventKind, hasMarks } from './deadline-events.ts';
import type { Pause, Trigger } from './deadline-rule.ts';
import { type CodedRule, DEADLINE_RULES, type RuleCode } from './deadline-rules.ts';

/** What an event does to a rule. The order is that in which they take effect when one event has several. */
export type Role =
  | { as: 'release' }
  | { as: 'start'; trigger: Trigger }
  | { as: 'restart'; trigger: Trigger }
  | { as: 'interrupt' }
  | { as: 'resume'; pause: Pause }
  | { as: 'pause'; pause: Pause }
  | { as: 'extend' }
  | { as: 'end'; trigger: Trigger };

export interface RuleRole {
  rule: CodedRule;
  role: Role;
}

export type RoleIndex = ReadonlyMap<DeadlineEventKind, readonly RuleRole[]>;

function rolesOf(rule: CodedRule): (readonly [DeadlineEventKind, Role])[] {
  const triggered = (triggers: readonly Trigger[], as: 'start' | 'restart' | 'end') =>
    triggers.map((trigger) => [trigger.kind, { as, trigger }] as const);
  return [
    ...(rule.heldWhile ? [[rule.heldWhile.until, { as: 'release' }] as const] : []),
    ...triggered(rule.starts, 'start'),
    ...triggered(rule.restarts, 'restart'),
    ...rule.interrupts.map((kind) => [kind, { as: 'interrupt' }] as const),
    ...rule.pauses.flatMap((pause) => pause.until.map((kind) => [kind, { as: 'resume', pause }] as const)),
    ...rule.pauses.map((pause) => [pause.by, { as: 'pause', pause }] as const),
    ...(rule.extension ? [[rule.extension.by, { as: 'extend' }] as const] : []),
    ...triggered(rule.ends, 'end'),
  ];
}

function indexOf(rules: readonly CodedRule[]): RoleIndex {
  const index = new Map<DeadlineEventKind, RuleRole[]>();
  for (const rule of rules) {
    for (const [kind, role] of rolesOf(rule)) {
      index.set(kind, [...(index.get(kind) ?? []), { rule, role }]);
    }
  }
  return index;
}

/** Every rule but the modifiers, which act through the rule that they modify. */
export const ALL_ROLES: RoleIndex = indexOf(DEADLINE_RULES.filter(({ nature }) => nature !== 'modifier'));

const ROLES_BY_RULE = new Map<RuleCode, RoleIndex>(
  DEADLINE_RULES.map((rule) => [rule.code, indexOf([rule])]),
);

export function rolesOfRule(code: RuleCode): RoleIndex {
  return ROLES_BY_RULE.get(code) ?? ALL_ROLES;
}

export function fires({ where, unless, from }: Trigger, event: DeadlineEvent): boolean {
  if ((from === 'dueOn' || from === 'hearingOn') && event[from] === undefined) return false;
  return (
    (where === undefined || hasMarks(event, where)) && !(unless !== undefined && hasMarks(event, unless))
  );
}
