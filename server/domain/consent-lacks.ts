import type { Lack } from './actions/case-action.ts';
import type { MediationCase } from './case.ts';
import { hasWithdrawn } from './consent.ts';
import { isConcerned } from './worker.ts';

/** Who took back the consent to be recorded, and what is to be done about it (PIPL 15, 47). */
export function consentLacks({ workers }: Pick<MediationCase, 'workers'>): Lack[] {
  const withdrawn = workers.filter((worker) => isConcerned(worker) && hasWithdrawn(worker, 'process')).length;
  if (withdrawn === 0) return [];
  return [
    {
      code: 'consent-withdrawn',
      zh: `${withdrawn}名职工已撤回个人信息处理同意：请对其终止调解（理由：撤回同意），结束后办理删除`,
      en: `${withdrawn} of the workers withdrew the consent to be recorded: terminate for them (consent-withdrawn), then have the case erased`,
    },
  ];
}
