import type { IntakeChannel } from './case.ts';
import type { PartialDay } from './partial-day.ts';
import type { CaseWorker, WorkerContact } from './worker.ts';

/** What a worker agrees to, each by itself (PIPL 14, 23, 29): to be recorded, written to, handed on. */
export const CONSENT_PURPOSES = [
  'process',
  'text-message',
  'transfer',
  'hand-to-arbitration',
  'statistics',
  'referral',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const WAYS_OF_CONSENTING = ['oral', 'written', 'online'] as const;
export type WayOfConsenting = (typeof WAYS_OF_CONSENTING)[number];

/** One consent to one purpose; a new one after a withdrawal (PIPL 15) is a new row. */
export interface Consent {
  purpose: ConsentPurpose;
  /** Null where nobody knows the day. */
  givenOn: PartialDay | null;
  /** Null while it stands. */
  withdrawnOn: PartialDay | null;
  /** Null where nobody wrote it down. */
  how: WayOfConsenting | null;
}

const HOW_BY_CHANNEL: Partial<Record<IntakeChannel, WayOfConsenting>> = {
  online: 'online',
  telephone: 'oral',
  hotline: 'oral',
};

/** What somebody agreed to who was entered on a day: to be recorded by name, and to be written to as they wished. */
export function consentsAtEntry(
  { name, contact }: { name: string | null; contact: WorkerContact },
  { givenOn, channel }: { givenOn: PartialDay | null; channel: IntakeChannel },
): Consent[] {
  const given = { givenOn, withdrawnOn: null, how: HOW_BY_CHANNEL[channel] ?? null };
  return [
    ...(name === null ? [] : [{ purpose: 'process' as const, ...given }]),
    ...(contact.by === 'text-message' ? [{ purpose: 'text-message' as const, ...given }] : []),
  ];
}

/** The consents of a worker after one more was given, or the one that stood was withdrawn. */
export function withConsent(consents: readonly Consent[], told: Consent): Consent[] {
  const { purpose, withdrawnOn } = told;
  const standing = consents.findLast((row) => row.purpose === purpose && row.withdrawnOn === null);
  if (withdrawnOn === null || standing === undefined) return [...consents, told];
  return consents.map((row) => (row === standing ? { ...row, withdrawnOn } : row));
}

/** The last that a worker said to one purpose; undefined where nobody asked. */
export function newestConsent(
  { consents = [] }: Pick<CaseWorker, 'consents'>,
  purpose: ConsentPurpose,
): Consent | undefined {
  return consents.findLast((row) => row.purpose === purpose);
}

export function hasWithdrawn(worker: Pick<CaseWorker, 'consents'>, purpose: ConsentPurpose): boolean {
  return (newestConsent(worker, purpose)?.withdrawnOn ?? null) !== null;
}

/**
 * Whether text messages may go to a worker: the wish is theirs, the consent is our right. Of a worker who was entered
 * before consents were recorded one by one, the wish was the consent.
 */
export function mayBeTexted(worker: Pick<CaseWorker, 'contact' | 'consents'>): boolean {
  if (worker.contact.by !== 'text-message' || hasWithdrawn(worker, 'process')) return false;
  return worker.consents === undefined || newestConsent(worker, 'text-message')?.withdrawnOn === null;
}
