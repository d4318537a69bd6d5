import type { Erasure } from '../domain/erasure.ts';
import type { AppendAudit } from './append-audit.ts';
import type { AuditStore } from './audit-store.ts';

export interface EraseAuditDetailsDependencies {
  audit: AuditStore;
  appendAudit: AppendAudit;
  now: () => Date;
}

/**
 * Takes the details out of a case's chain, which stays whole: who looked at an erased case, and from where, is told by
 * nothing any more. That they were erased is recorded first, so that details which just vanish are found out. Where
 * nobody asked for the erasure there is no line of a request: this one says by which setting it was, and whose.
 */
export function eraseAuditDetails({ audit, appendAudit, now }: EraseAuditDetailsDependencies) {
  return async (caseId: string, { by, setting }: Pick<Erasure, 'by' | 'setting'>): Promise<void> => {
    const head = await audit.head(caseId);
    if (head === null && setting === undefined) return;
    const bySetting = setting === undefined ? {} : { accountId: by, setting };
    await appendAudit(caseId, {
      at: now(),
      caseIds: [caseId],
      opensChain: null,
      erasesUpTo: head?.sequence ?? null,
      details: JSON.stringify({ what: 'details erased', ...bySetting }),
    });
    if (head !== null) await audit.eraseDetails(caseId, head.sequence);
  };
}
