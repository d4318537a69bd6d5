import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { AuditHeadDocument } from '../../schemas/documents/audit-head-document.ts';
import type { AuditRecordDocument } from '../../schemas/documents/audit-record-document.ts';

/** The chain of everything that is not about one case. */
export const SERVICE_CHAIN = 'service';
const SALT_BYTES = 16;
/** What the first record of a chain follows. */
export const NOTHING_BEFORE = '';

export type AuditRecord = Omit<AuditRecordDocument, '_id'>;

/** What is to be recorded; the details as JSON. */
export type AuditEntry = Pick<AuditRecord, 'at' | 'caseIds' | 'opensChain' | 'erasesUpTo'> & {
  details: string;
};

/** Where a chain ends. */
export interface AuditTail {
  sequence: number;
  hash: string;
}

export interface AuditHead extends Omit<AuditHeadDocument, '_id'> {
  chain: string;
}

export const EMPTY_CHAIN: AuditTail = { sequence: 0, hash: NOTHING_BEFORE };

/** Makes the records that follow on a chain's end. */
export function linked(
  { chain, tail }: { chain: string; tail: AuditTail },
  entries: readonly AuditEntry[],
  key: Buffer,
): AuditRecord[] {
  let { sequence, hash } = tail;
  return entries.map((entry) => {
    const salt = randomBytes(SALT_BYTES).toString('hex');
    const commitment = commitmentTo(salt, entry.details);
    sequence += 1;
    const record = { ...entry, chain, sequence, salt, commitment, previous: hash };
    hash = hashOf(record, key);
    return { ...record, hash };
  });
}

export function commitmentTo(salt: string, details: string): string {
  return createHash('sha256').update(`${salt}\n${details}`).digest('hex');
}

/** Keyed, so that who can write the database and nothing else cannot write a chain of their own. */
export function hashOf(record: Omit<AuditRecord, 'hash' | 'salt' | 'details'>, key: Buffer): string {
  const { chain, sequence, at, caseIds, opensChain, erasesUpTo, commitment, previous } = record;
  const text = JSON.stringify([
    ['record', chain, sequence, at.toISOString(), caseIds],
    [opensChain, erasesUpTo, commitment, previous],
  ]);
  return createHmac('sha256', key).update(text).digest('hex');
}

export function signedHead(chain: string, { sequence, hash }: AuditTail, key: Buffer): AuditHead {
  const text = JSON.stringify(['head', chain, sequence, hash]);
  return { chain, sequence, hash, mac: createHmac('sha256', key).update(text).digest('hex') };
}
