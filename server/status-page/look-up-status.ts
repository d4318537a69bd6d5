import type { CaseStore } from '../cases/case-store.ts';
import { isSameHash, receiptCodeHash } from '../cases/receipt-code.ts';
import { clockContext } from '../deadlines/clock-context.ts';
import type { Calendar } from '../domain/calendar.ts';
import { Fault } from '../domain/fault.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { statusView } from './status-view.ts';

export interface LookUpStatusDependencies {
  cases: CaseStore;
  organisations: OrganisationStore;
  calendar: Calendar;
  secret: Buffer;
}

/** Shows a worker the case of a number and code. A wrong code and a case that does not exist answer alike. */
export function lookUpStatus({ cases, organisations, calendar, secret }: LookUpStatusDependencies) {
  const nobody = receiptCodeHash('', secret);
  return async (
    { number, code }: { number: string; code: string },
    /** Told the case that is shown. */
    which: (caseId: string) => void,
  ) => {
    const found = await cases.findByNumber(number.trim());
    const right = isSameHash(receiptCodeHash(code, secret), found?.lookupCodeHash ?? nobody);
    if (found === null || !right) throw new Fault('lookup_failed');
    const organisation = await organisations.find(found.subject.organisationId);
    if (organisation === null) throw new Fault('lookup_failed');
    which(found.subject.id);
    return statusView(found.subject, organisation, clockContext(found.subject, organisation, calendar));
  };
}
