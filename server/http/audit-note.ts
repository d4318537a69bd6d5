import type { IncomingMessage } from 'node:http';

/** What a request turned out to be about, for the audit. */
export interface AuditNote {
  /** Who asks; of a login that was refused, whose it would have been. */
  accountId?: string | null;
  /** The cases that the answer tells of beside the one in the address. */
  caseIds?: readonly string[];
}

declare module 'node:http' {
  interface IncomingMessage {
    /** By `noteForAudit`; undefined for a request of which nothing is known: nobody was let in. */
    auditNote?: AuditNote;
  }
}

/** Tells the audit more of a request. Whatever is noted is recorded, before the answer goes out. */
export function noteForAudit(request: IncomingMessage, note: AuditNote): void {
  request.auditNote = { ...request.auditNote, ...note };
}
