import type { Calendar } from '../domain/calendar.ts';
import type { ClockContext } from '../domain/deadline.ts';
import type { Organisation } from '../domain/organisation.ts';

/** How the law's clock runs for the cases of an organisation: its calendar, its region, its legal footing. */
export function clockContext({ regionCode, legalFooting }: Organisation, calendar: Calendar): ClockContext {
  return { calendar, region: regionCode ?? undefined, footing: legalFooting };
}
