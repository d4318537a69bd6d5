import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import type { ClockContext } from '../domain/deadline.ts';
import type { Organisation } from '../domain/organisation.ts';

/**
 * How the law's clock runs for a case: the calendar, region and legal footing of its organisation; M3n where it
 * concerns platform workers; limitation of civil cases (A11) where all claims are of workers over retirement age,
 * whose work is a service and not an employment.
 */
export function clockContext(
  { workers }: Pick<MediationCase, 'workers'>,
  { regionCode, legalFooting }: Organisation,
  calendar: Calendar,
): ClockContext {
  return {
    calendar,
    region: regionCode ?? undefined,
    footing: legalFooting,
    newForm: workers.some(({ categories }) => categories.includes('platform')),
    civil: workers.every(({ claims }) => claims.every(({ cause }) => cause === 'over-retirement-age')),
  };
}
