import { LRUCache } from 'lru-cache';
import { inBatches } from '../database/in-batches.ts';
import {
  type AuditEntry,
  type AuditTail,
  EMPTY_CHAIN,
  linked,
  SERVICE_CHAIN,
  signedHead,
} from './audit-record.ts';
import type { AuditStore } from './audit-store.ts';

export interface AppendAuditDependencies {
  audit: AuditStore;
  auditKey: Buffer;
  now: () => Date;
}

/** Stored when it resolves, and told by the chain's head: it can no longer go without a trace. */
export type AppendAudit = (chain: string, entry: AuditEntry) => Promise<void>;

const MOST_TRIES = 1000;
/** Ends of chains that are kept in memory. */
const MOST_TAILS = 10_000;

/**
 * Adds to chains. The id of a record is its place, so the database itself lets no place be taken twice; who loses a
 * race against another process reads what the winner wrote and links to that.
 */
export function appendAudit({ audit, auditKey: key, now }: AppendAuditDependencies): AppendAudit {
  const tails = new LRUCache<string, AuditTail>({ max: MOST_TAILS });

  async function write(chain: string, entries: readonly AuditEntry[]): Promise<undefined[]> {
    const known = tails.get(chain) ?? (await audit.head(chain));
    // A chain has a head as soon as the service's chain says that there is one.
    if (known === null && chain !== SERVICE_CHAIN) await append(SERVICE_CHAIN, opening(chain, now()));
    tails.delete(chain);
    const tail = await link(chain, known ?? EMPTY_CHAIN, entries);
    await audit.raiseHead(signedHead(chain, tail, key));
    tails.set(chain, tail);
    return entries.map(() => undefined);
  }

  async function link(chain: string, from: AuditTail, entries: readonly AuditEntry[]): Promise<AuditTail> {
    let tail = from;
    let left = entries;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const records = linked({ chain, tail }, left, key);
      if (await audit.insert(records)) return records.at(-1) ?? tail;
      const found = await audit.after(chain, tail.sequence);
      // Of ours the first ones may have got in, or all, where the answer was lost and the driver asked again.
      const stored = new Set(found.map(({ hash }) => hash));
      left = left.slice(records.filter(({ hash }) => stored.has(hash)).length);
      tail = found.at(-1) ?? tail;
      if (left.length === 0) return tail;
    }
    throw new Error(`No free place in the audit chain ${chain} after ${MOST_TRIES} tries.`);
  }

  const append = inBatches(write);
  return append;
}

const opening = (chain: string, at: Date): AuditEntry => ({
  at,
  caseIds: [chain],
  opensChain: chain,
  erasesUpTo: null,
  details: JSON.stringify({ what: 'chain opened' }),
});
