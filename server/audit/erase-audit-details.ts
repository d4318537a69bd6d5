import type { AppendAudit } from './append-audit.ts';
import type { AuditStore } from './audit-store.ts';

export interface EraseAuditDetailsDependencies {
  audit: AuditStore;
  appendAudit: AppendAudit;
  now: () => Date;
}

/**
 * Takes the details out of a case's chain, which stays whole: who looked at an erased case, and from where, is told by
 * nothing any more. That they were erased is recorded first, so that details which just vanish are found out.
 */
export function eraseAuditDetails({ audit, appendAudit, now }: EraseAuditDetailsDependencies) {
  return async (caseId: string): Promise<void> => {
    const head = await audit.head(caseId);
    if (head === null) return;
    await appendAudit(caseId, {
      at: now(),
      caseIds: [caseId],
      opensChain: null,
      erasesUpTo: head.sequence,
      details: JSON.stringify({ what: 'details erased' }),
    });
    await audit.eraseDetails(caseId, head.sequence);
  };
}
