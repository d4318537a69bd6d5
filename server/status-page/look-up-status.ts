import type { CaseStore } from '../cases/case-store.ts';
import { receiptCodeHash } from '../cases/receipt-code.ts';
import { Fault } from '../domain/fault.ts';
import { type ShowStatusDependencies, showStatus } from './show-status.ts';

export interface LookUpStatusDependencies extends ShowStatusDependencies {
  cases: CaseStore;
  secret: Buffer;
}

/** Told the cases that are shown. */
export type TellCases = (caseIds: string[]) => void;

/** Shows a worker the case of a number and code. A wrong code and a case that does not exist answer alike. */
export function lookUpStatus({ cases, secret, ...dependencies }: LookUpStatusDependencies) {
  const show = showStatus(dependencies);
  return async ({ number, code }: { number: string; code: string }, tell: TellCases) => {
    const subject = await cases.findByCode(number.trim(), receiptCodeHash(code, secret));
    if (subject === null) throw new Fault('lookup_failed');
    const status = await show(subject, null);
    tell([subject.id]);
    return status;
  };
}
