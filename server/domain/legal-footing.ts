import type { RuleCode } from './deadline-rules.ts';

/**
 * On what an organisation bases its mediation. LDMAA 10 names enterprise committees, people's mediation and
 * township bodies, not a union's centre: a centre works by reference to O17 (O17 36) or as people's mediation
 * (PML 34), or has no recorded basis.
 */
export type LegalFooting =
  | 'enterprise-committee'
  | 'peoples-mediation'
  | 'township-body'
  | 'union-by-reference'
  | 'none';

export type Standing = 'law' | 'local-target' | 'alliance';

// O17 binds enterprise committees and those who work by reference to it; people's mediation and township
// bodies keep its limits as their own. O33 74 opens the review (M5) to the bodies of LDMAA 10 and, by O17 27,
// to those under O17. CPL 205 opens confirmation (M6) to bodies set up by law: a union's centre by reference
// alone should ask the court first, so the limit is shown as the centre's own.
const LAW_FOR: Record<LegalFooting, readonly RuleCode[]> = {
  'enterprise-committee': ['M1', 'M3', 'M5', 'M6'],
  'peoples-mediation': ['M5', 'M6'],
  'township-body': ['M5', 'M6'],
  'union-by-reference': ['M1', 'M3', 'M5'],
  none: [],
};

/** Whether a rule that depends on the footing is law for an organisation; without a footing it is. */
export function standingOn(footing: LegalFooting | undefined, rule: RuleCode): Standing {
  return footing === undefined || LAW_FOR[footing].includes(rule) ? 'law' : 'local-target';
}

export const LEGAL_FOOTINGS: readonly LegalFooting[] = [
  'enterprise-committee',
  'peoples-mediation',
  'township-body',
  'union-by-reference',
  'none',
];
