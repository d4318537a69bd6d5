import type { Delivery } from '../../server/notices/delivery.ts';

/** The line that the command ends with. The promise comes first; of `lost` to `unstored` none may be above 0. */
export interface ChaosReport {
  /** Notices that were due: those of the cases as they ended, and all that the ledger took up on the way. */
  due: number;
  /** At the mail server, and not held. */
  delivered: number;
  /** Stand in a list as a call to make. */
  telephoned: number;
  held: number;
  lost: number;
  doubled: number;
  /** Begun more than a moment after their case had moved on. */
  stale: number;
  kills: number;
  /** Refused for good by the mail server, or with nobody to tell: the ledger says which. */
  failed: number;
  /** No longer true when their turn came. */
  skipped: number;
  /** Held ones that no kill, pause or broken line accounts for. */
  unexplained: number;
  /** At the mail server, though the ledger says skipped or failed. */
  misrecorded: number;
  /** At the mail server, and nowhere in the ledger. */
  unknown: number;
  /** Acknowledged writes of cases that are not stored. */
  unstored: number;
  /** Held ones that the mail server has taken. */
  heldAtServer: number;
  /** Held ones by what left them in doubt. */
  heldBy: Record<string, number>;
  /** Begun while their case was moving on. */
  overtaken: number;
  /** How many of those above were early warnings. */
  warnings: { due: number; delivered: number; held: number };
}

export const EMPTY_REPORT: ChaosReport = {
  due: 0,
  delivered: 0,
  telephoned: 0,
  held: 0,
  lost: 0,
  doubled: 0,
  stale: 0,
  kills: 0,
  failed: 0,
  skipped: 0,
  unexplained: 0,
  misrecorded: 0,
  unknown: 0,
  unstored: 0,
  heldAtServer: 0,
  heldBy: {},
  overtaken: 0,
  warnings: { due: 0, delivered: 0, held: 0 },
};

/** What may never happen. */
export const PROMISES = [
  'lost',
  'doubled',
  'stale',
  'unexplained',
  'misrecorded',
  'unknown',
  'unstored',
] as const satisfies (keyof ChaosReport)[];

/** A row of the ledger, as far as the account needs it. */
export type LedgerRow = Pick<
  Delivery,
  | 'id'
  | 'caseId'
  | 'noticeKey'
  | 'accountId'
  | 'workerId'
  | 'channel'
  | 'state'
  | 'outcome'
  | 'claimedBy'
  | 'handedOverAt'
>;

/** A notice to one addressee by one channel, by what it is. */
export type DueNotice = Pick<LedgerRow, 'caseId' | 'noticeKey' | 'accountId' | 'workerId' | 'channel'>;
