import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { assert, constantFrom, integer, nat, pre, property } from 'fast-check';
import {
  type AuditEntry,
  type AuditHead,
  type AuditRecord,
  EMPTY_CHAIN,
  hashOf,
  linked,
  signedHead,
} from '../../../server/audit/audit-record.ts';
import { type AuditFault, checkChain } from '../../../server/audit/check-chain.ts';

const CHAIN = 'case-1';
const key = randomBytes(32);

const entry = (index: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  at: new Date(Date.UTC(2026, 8, 16, 2, index)),
  caseIds: [CHAIN],
  opensChain: null,
  erasesUpTo: null,
  details: JSON.stringify({ accountId: `person-${index}`, what: 'GET /api/v1/cases/case-1' }),
  ...more,
});

interface Stored {
  records: AuditRecord[];
  head: AuditHead | null;
}

function chainOf(entries: readonly AuditEntry[]): Stored {
  const records = linked({ chain: CHAIN, tail: EMPTY_CHAIN }, entries, key);
  return { records, head: signedHead(CHAIN, records.at(-1) ?? EMPTY_CHAIN, key) };
}

const lengthy = (length: number) => chainOf(Array.from({ length }, (_, index) => entry(index)));

/** As a store gives them back: in the order of their places. */
function faultsOf({ records, head }: Stored): AuditFault[] {
  const check = checkChain(CHAIN, key);
  const keep = new Set([head?.sequence ?? 0]);
  for (const record of [...records].sort((a, b) => a.sequence - b.sequence)) check.take(record, keep);
  return check.end(head, check.hashes.get(head?.sequence ?? 0));
}

const kinds = (stored: Stored) => faultsOf(stored).map(({ fault }) => fault);
const changedAt = ({ records }: Stored, index: number, changes: Partial<AuditRecord>) =>
  records.map((record, at) => (at === index ? { ...record, ...changes } : record));

/** Changes of a record that somebody may make who can write to the database. */
const FORGERIES: readonly ((record: AuditRecord) => Partial<AuditRecord>)[] = [
  ({ at }) => ({ at: new Date(at.getTime() + 1) }),
  () => ({ caseIds: [] }),
  () => ({ caseIds: ['case-2'] }),
  () => ({ opensChain: 'case-2' }),
  () => ({ erasesUpTo: 1000 }),
  () => ({ details: JSON.stringify({ accountId: 'somebody-else' }) }),
  () => ({ details: null, salt: null }),
  () => ({ details: null }),
  () => ({ salt: randomBytes(16).toString('hex') }),
  () => ({ commitment: randomBytes(32).toString('hex') }),
  () => ({ previous: randomBytes(32).toString('hex') }),
  () => ({ hash: randomBytes(32).toString('hex') }),
  () => ({ chain: 'case-2' }),
  // With a hash that fits, under a key of the forger's own.
  (record) => {
    const forged = { ...record, caseIds: ['case-2'] };
    return { ...forged, hash: hashOf(forged, randomBytes(32)) };
  },
];

describe('the chain of the audit', () => {
  it('has no fault as it was written, nor where a process died between a record and the head', () => {
    for (let length = 1; length < 30; length += 1) {
      const whole = lengthy(length);
      expect(faultsOf(whole)).to.deep.equal([]);
      for (let back = 1; back < length; back += 1) {
        const earlier = whole.records[back - 1] ?? EMPTY_CHAIN;
        expect(faultsOf({ ...whole, head: signedHead(CHAIN, earlier, key) })).to.deep.equal([]);
      }
    }
  });

  it('tells a change of any field of any record', () => {
    assert(
      property(integer({ min: 1, max: 20 }), nat(), constantFrom(...FORGERIES), (length, at, forge) => {
        const whole = lengthy(length);
        const index = at % length;
        const record = whole.records[index];
        if (record === undefined) return;
        const forged = changedAt(whole, index, forge(record));
        expect(kinds({ ...whole, records: forged })).not.to.deep.equal([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('tells records that are missing, wherever they stood, and an end that is cut off', () => {
    assert(
      property(integer({ min: 1, max: 20 }), nat(), nat(), (length, from, many) => {
        const whole = lengthy(length);
        const first = from % length;
        const records = whole.records.filter((_, index) => index < first || index > first + (many % length));
        const found = kinds({ ...whole, records });
        expect(found).to.include(records.length === first ? 'cut-off' : 'missing');
      }),
      { numRuns: 1000 },
    );
  });

  it('tells records that changed places, also with their numbers', () => {
    assert(
      property(integer({ min: 2, max: 20 }), nat(), nat(), (length, one, other) => {
        const whole = lengthy(length);
        const [left, right] = [one % length, other % length];
        pre(left !== right);
        const records = whole.records.map((record, index) => {
          const from = index === left ? right : index === right ? left : index;
          return { ...record, ...whole.records[from], sequence: record.sequence };
        });
        expect(kinds({ ...whole, records })).to.include('changed');
      }),
      { numRuns: 1000 },
    );
  });

  const HEADS: readonly [string, (head: AuditHead) => AuditHead | null, string][] = [
    ['missing', () => null, 'head-missing'],
    ['set back', (head) => ({ ...head, sequence: head.sequence - 1 }), 'head-changed'],
    ['signed by another', (head) => signedHead(CHAIN, head, randomBytes(32)), 'head-changed'],
    ['moved to another chain', (head) => signedHead('case-2', head, key), 'head-changed'],
    ['that of another history', (head) => signedHead(CHAIN, { ...head, hash: 'other' }, key), 'moved'],
    ['ahead of all records', (head) => signedHead(CHAIN, { ...head, sequence: 99 }, key), 'cut-off'],
  ];
  for (const [what, change, fault] of HEADS) {
    it(`tells a head that is ${what}`, () => {
      const { records, head } = lengthy(5);
      if (head === null) throw new Error('The chain has a head.');
      expect(kinds({ records, head: change(head) })).to.include(fault);
    });
  }

  it('stays whole when details are erased, and tells details that just vanished', () => {
    const erased = (stored: Stored, upTo: number) => ({
      ...stored,
      records: stored.records.map((record) =>
        record.sequence <= upTo ? { ...record, details: null, salt: null } : record,
      ),
    });
    const entries = [entry(1), entry(2), entry(3), entry(4, { erasesUpTo: 3 }), entry(5)];
    expect(kinds(erased(chainOf(entries), 3))).to.deep.equal([]);
    expect(kinds(erased(chainOf(entries), 4))).to.deep.equal(['details-missing']);
    expect(kinds(erased(lengthy(5), 3))).to.deep.equal(['details-missing']);
  });
});
