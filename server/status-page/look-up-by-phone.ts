import { timingSafeEqual } from 'node:crypto';
import { Fault } from '../domain/fault.ts';
import { type CasesOfPhoneDependencies, casesOfPhone, workersOfPhone } from './cases-of-phone.ts';
import type { TellCases } from './look-up-status.ts';
import type { OneTimeCodes } from './one-time-code.ts';
import type { OneTimeCodeStore } from './one-time-code-store.ts';
import { type ShowStatusDependencies, type Status, showStatus } from './show-status.ts';

export interface LookUpByPhoneDependencies extends ShowStatusDependencies, CasesOfPhoneDependencies {
  oneTimeCodes: OneTimeCodes;
  codeRequests: OneTimeCodeStore;
  now: () => Date;
}

/**
 * Shows a worker the cases of the number to which a one-time code went. A code that is wrong, spent or too old, a
 * request that never was and a number without a case answer alike.
 * @throws Fault `code_failed`
 */
export function lookUpByPhone(dependencies: LookUpByPhoneDependencies) {
  const { oneTimeCodes, codeRequests, now } = dependencies;
  const findCases = casesOfPhone(dependencies);
  const show = showStatus(dependencies);

  return async (
    { requestId, code }: { requestId: string; code: string },
    tell: TellCases,
  ): Promise<{ cases: Status[] }> => {
    const asked = await codeRequests.spendTry(requestId, now());
    const isRight = timingSafeEqual(Buffer.from(oneTimeCodes.codeOf(requestId)), Buffer.from(code));
    if (asked === null || !isRight) throw new Fault('code_failed');
    const phone = oneTimeCodes.openPhone(asked.sealedPhone, requestId);
    const found = await findCases(phone);
    // Nothing was sent where there is no case, so this code was guessed.
    if (found.length === 0) throw new Fault('code_failed');
    const cases = await Promise.all(found.map((subject) => show(subject, workersOfPhone(subject, phone))));
    if (!(await codeRequests.remove(requestId))) throw new Fault('code_failed');
    tell(found.map(({ id }) => id));
    return { cases };
  };
}
