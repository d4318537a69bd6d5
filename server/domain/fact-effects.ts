import type { DeadlineEvent } from './deadline-events.ts';
import { ALL_ROLES, fires, type RuleRole } from './deadline-roles.ts';
import type { RuleCode } from './deadline-rules.ts';
import type { OutsideFact } from './outside-facts/outside-fact.ts';
import { detailsOf, OUTSIDE_FACTS, type OutsideFactKind } from './outside-facts.ts';

export const FACT_EFFECTS = ['starts', 'restarts', 'pauses', 'resumes', 'extends', 'ends'] as const;

/** What a fact does to the deadline of a rule. */
export interface FactEffect {
  does: (typeof FACT_EFFECTS)[number];
  rule: RuleCode;
}

const WORDS: Record<RuleRole['role']['as'], FactEffect['does']> = {
  start: 'starts',
  // A year that was held back begins with the end of the employment.
  release: 'starts',
  restart: 'restarts',
  interrupt: 'restarts',
  pause: 'pauses',
  resume: 'resumes',
  extend: 'extends',
  end: 'ends',
};

/** What the rules make of a fact from outside, each rule once; where it depends on a detail, what it may do. */
export function effectsOf(kind: OutsideFactKind): FactEffect[] {
  const events = eventsLike(kind);
  const [event] = events;
  if (event === undefined) return [];
  const effects = new Map<RuleCode, FactEffect>();
  for (const { rule, role } of ALL_ROLES.get(event.kind) ?? []) {
    if ('trigger' in role && !events.some((one) => fires(role.trigger, one))) continue;
    if (role.as === 'extend' && event.rule !== rule.code) continue;
    if (!effects.has(rule.code)) effects.set(rule.code, { does: WORDS[role.as], rule: rule.code });
  }
  return [...effects.values()];
}

const ANY_DAY = '2026-03-02';
const MARKS = ['final', 'collective', 'clear', 'continuing', 'assetsPreserved'] as const;

/** Its event, plain and with each mark that may be told. */
function eventsLike(kind: OutsideFactKind): DeadlineEvent[] {
  const { clock, marks = {} }: OutsideFact = OUTSIDE_FACTS[kind];
  if (clock === null) return [];
  const plain = { kind: clock, on: ANY_DAY, hearingOn: ANY_DAY, dueOn: ANY_DAY, ...marks };
  const told = MARKS.filter((mark) => detailsOf(kind).includes(mark));
  return [plain, ...told.map((mark) => ({ ...plain, [mark]: true }))];
}
