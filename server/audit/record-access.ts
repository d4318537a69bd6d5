import type { AppendAudit } from './append-audit.ts';
import { SERVICE_CHAIN } from './audit-record.ts';

/** Somebody asked for something. */
export interface Access {
  at: Date;
  accountId: string | null;
  /** Method and path, without what stands behind the question mark, which may be a name. */
  what: string;
  /** The case that was asked for, where it was one. */
  about: string | null;
  /** All that the answer told of. */
  caseIds: readonly string[];
  /** The status of HTTP that was answered. */
  outcome: number;
  address: string | null;
  requestId: string | null;
}

export type RecordAccess = (access: Access) => Promise<void>;

/** In the case's own chain what let somebody at one case; in the service's all else, and what was refused. */
export function recordAccess({ appendAudit }: { appendAudit: AppendAudit }): RecordAccess {
  return ({ at, about, caseIds, ...details }) => {
    const chain = about !== null && details.outcome < 400 ? about : SERVICE_CHAIN;
    return appendAudit(chain, {
      at,
      caseIds: [...caseIds],
      opensChain: null,
      erasesUpTo: null,
      details: JSON.stringify(details),
    });
  };
}
