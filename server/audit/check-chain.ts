import {
  type AuditHead,
  type AuditRecord,
  type AuditTail,
  commitmentTo,
  EMPTY_CHAIN,
  hashOf,
  signedHead,
} from './audit-record.ts';

export const AUDIT_FAULTS = {
  changed: 'a record is not as it was written',
  moved: 'a record stands in another place than it was written in',
  missing: 'records are missing here',
  'cut-off': 'the end of the chain is missing',
  'head-changed': 'the end that is kept beside the chain is not as it was written',
  'head-missing': 'the end that is kept beside the chain is missing',
  'details-missing': 'details are missing, and no record says that they were erased',
  'chain-missing': 'the whole chain is missing',
  'other-history': 'the chain is not the one whose end was exported',
} as const;

export type AuditFaultKind = keyof typeof AUDIT_FAULTS;

/** Something that nobody who keeps to this service can have done. */
export interface AuditFault {
  chain: string;
  /** Of the first record that is not as it should be. */
  sequence: number;
  fault: AuditFaultKind;
}

/** Checks a chain record by record, in their order, then against its head. Goes on behind a fault. */
export function checkChain(chain: string, key: Buffer) {
  const faults: AuditFault[] = [];
  const hashes = new Map<number, string>();
  let tail: AuditTail = EMPTY_CHAIN;
  let erasedUpTo = 0;
  let lastWithoutDetails = 0;
  const add = (fault: AuditFaultKind, sequence: number) => faults.push({ chain, sequence, fault });

  /** @param keep sequences whose hash will be asked for */
  function take(record: AuditRecord, keep?: ReadonlySet<number>): void {
    if (record.sequence !== tail.sequence + 1) add('missing', tail.sequence + 1);
    else if (record.previous !== tail.hash) add('moved', record.sequence);
    if (record.chain !== chain) add('moved', record.sequence);
    if (!isAsWritten(record, key)) add('changed', record.sequence);
    if (record.details === null) lastWithoutDetails = record.sequence;
    erasedUpTo = Math.max(erasedUpTo, record.erasesUpTo ?? 0);
    if (keep?.has(record.sequence)) hashes.set(record.sequence, record.hash);
    tail = { sequence: record.sequence, hash: record.hash };
  }

  /** A chain may go on beyond its head: a process that was killed between the two writes had answered nobody. */
  function end(head: AuditHead | null, hashAtHead: string | undefined): AuditFault[] {
    if (lastWithoutDetails > erasedUpTo) add('details-missing', lastWithoutDetails);
    if (head === null) {
      if (tail.sequence > 0) add('head-missing', tail.sequence);
      return faults;
    }
    if (head.mac !== signedHead(chain, head, key).mac) add('head-changed', head.sequence);
    if (tail.sequence < head.sequence) add('cut-off', tail.sequence + 1);
    else if (hashAtHead !== head.hash) add('moved', head.sequence);
    return faults;
  }

  return { take, end, hashes, sequence: () => tail.sequence };
}

function isAsWritten(record: AuditRecord, key: Buffer): boolean {
  const { salt, details, commitment, hash } = record;
  if (hash !== hashOf(record, key)) return false;
  if (details === null && salt === null) return true;
  return details !== null && salt !== null && commitment === commitmentTo(salt, details);
}
