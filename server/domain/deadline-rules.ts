import { type DayNumber, dayNumberOf } from './day-number.ts';
import { DeadlineInputError } from './deadline-input-error.ts';
import type { DeadlineRule, RuleVersion } from './deadline-rule.ts';
import { AGREEMENT_RULES } from './rules/agreement-rules.ts';
import { ARBITRATION_RULES } from './rules/arbitration-rules.ts';
import { AUTHORITY_RULES } from './rules/authority-rules.ts';
import { COURT_RULES } from './rules/court-rules.ts';
import { LIMITATION_RULES } from './rules/limitation-rules.ts';
import { MEDIATION_RULES } from './rules/mediation-rules.ts';
import { TRANSFER_RULES } from './rules/transfer-rules.ts';

/** Every rule that the clock follows, by its code. */
const RULES = {
  ...MEDIATION_RULES,
  ...AGREEMENT_RULES,
  ...LIMITATION_RULES,
  ...ARBITRATION_RULES,
  ...COURT_RULES,
  ...AUTHORITY_RULES,
  ...TRANSFER_RULES,
};

export type RuleCode = keyof typeof RULES;

export type CodedRule = DeadlineRule & { code: RuleCode };

export const DEADLINE_RULES: readonly CodedRule[] = Object.values(RULES);
export const RULE_CODES: readonly RuleCode[] = DEADLINE_RULES.map(({ code }) => code);

const BY_CODE = new Map<string, CodedRule>(DEADLINE_RULES.map((rule) => [rule.code, rule]));

/** The rule with this code; throws `unknown-rule` with the codes that exist. */
export function ruleOf(code: string): CodedRule {
  const rule = BY_CODE.get(code);
  if (rule) return rule;
  throw new DeadlineInputError(
    'rule',
    'unknown-rule',
    `rule: there is no rule "${code}"; use one of ${RULE_CODES.join(', ')}.`,
  );
}

/** The version of a rule that holds for a period that starts on a day; null when none did yet. */
export function versionOn(rule: DeadlineRule, start: DayNumber): RuleVersion | null {
  return rule.versions.find(({ inForceFrom }) => dayNumberOf(inForceFrom) <= start) ?? null;
}
