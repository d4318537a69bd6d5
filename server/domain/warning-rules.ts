import { isSame } from './is-same.ts';
import type { LegalDay } from './legal-day.ts';
import type { WarningGrade } from './warning-grade.ts';

/** What a warning measures; each is a number that can be set. */
export const MEASURES = ['workers', 'claimed-fen', 'provinces', 'open-cases', 'limitation-days'] as const;
export type Measure = (typeof MEASURES)[number];

/** Where each grade begins; null: this measure alone never raises it. */
export type Thresholds = Record<WarningGrade, number | null>;

/** An organisation's own numbers, from a day on. */
export interface WarningRules {
  fromOn: LegalDay;
  /** Workers, fen, provinces and cases: this many or more. Days to the end of A1: this many or fewer. */
  thresholds: Record<Measure, Thresholds>;
  /** Open cases against one employer count together when they were registered within so many days. */
  employerWindowDays: number;
  /** Working days within which somebody acknowledges a warning before it goes to those above. */
  acknowledgeWithinDays: Record<WarningGrade, number>;
}

/** What holds where an organisation has set nothing. */
export const DEFAULT_WARNING_RULES: WarningRules = {
  fromOn: '1950-01-01',
  thresholds: {
    workers: { blue: 10, yellow: 30, orange: 50, red: 100 },
    'claimed-fen': { blue: null, yellow: 30_000_000, orange: 100_000_000, red: null },
    provinces: { blue: null, yellow: 2, orange: null, red: null },
    'open-cases': { blue: 2, yellow: null, orange: null, red: null },
    'limitation-days': { blue: null, yellow: 30, orange: null, red: null },
  },
  employerWindowDays: 30,
  acknowledgeWithinDays: { blue: 3, yellow: 3, orange: 1, red: 1 },
};

/** The rules that held on a day. */
export function warningRulesOn(settings: readonly WarningRules[], day: LegalDay): WarningRules {
  return settings
    .filter(({ fromOn }) => fromOn <= day)
    .reduce((latest, rules) => (rules.fromOn > latest.fromOn ? rules : latest), DEFAULT_WARNING_RULES);
}

/** The numbers that hold on a day, pointers to those that are as the service has them, and what is set for later. */
export interface WarningRulesThatHold extends WarningRules {
  inherited: string[];
  toCome: WarningRules[];
}

export function warningRulesThatHold(settings: readonly WarningRules[], day: LegalDay): WarningRulesThatHold {
  const rules = warningRulesOn(settings, day);
  const usual = DEFAULT_WARNING_RULES;
  const measures = MEASURES.filter((measure) => isSame(rules.thresholds[measure], usual.thresholds[measure]));
  return {
    ...rules,
    inherited: [
      ...measures.map((measure) => `/thresholds/${measure}`),
      ...(rules.employerWindowDays === usual.employerWindowDays ? ['/employerWindowDays'] : []),
      ...(isSame(rules.acknowledgeWithinDays, usual.acknowledgeWithinDays) ? ['/acknowledgeWithinDays'] : []),
    ],
    toCome: settings
      .filter(({ fromOn }) => fromOn > day)
      .toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1)),
  };
}
