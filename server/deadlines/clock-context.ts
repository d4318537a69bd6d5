import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import type { Cause } from '../domain/causes.ts';
import type { ClockContext } from '../domain/deadline.ts';
import { workersOfKind } from '../domain/headcount.ts';
import type { Organisation } from '../domain/organisation.ts';
import { claimsOf, owesOnlyWages } from '../domain/wage-claims.ts';

/** Pay for work that is a service and not an employment: no labour arbitration, and the civil limits. */
const CIVIL_CAUSES: readonly Cause[] = ['over-retirement-age', 'service-remuneration'];

/**
 * How the law's clock runs for a case: the calendar, region and legal footing of its organisation; M3n where it
 * concerns platform workers; limitation of civil cases (A11) where all claims are of workers over retirement age,
 * whose work is a service and not an employment; no limit held back for wages where other claims have come since.
 */
export function clockContext(
  subject: Pick<MediationCase, 'workers' | 'jointClaims' | 'headcounts'>,
  { regionCode, legalFooting }: Pick<Organisation, 'regionCode' | 'legalFooting'>,
  calendar: Calendar,
): ClockContext {
  return {
    calendar,
    region: regionCode ?? undefined,
    footing: legalFooting,
    newForm: workersOfKind(subject, 'platform') > 0,
    civil: isCivil(subject),
    onlyWages: owesOnlyWages(subject),
  };
}

/** While nobody has said what is claimed, the shorter limit of labour arbitration is the safe one. */
function isCivil(subject: Pick<MediationCase, 'workers' | 'jointClaims'>): boolean {
  const claims = claimsOf(subject);
  return claims.length > 0 && claims.every(({ cause }) => CIVIL_CAUSES.includes(cause));
}
