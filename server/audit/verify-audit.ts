import { type AuditHead, type AuditRecord, SERVICE_CHAIN } from './audit-record.ts';
import type { AuditStore } from './audit-store.ts';
import { type AuditFault, checkChain } from './check-chain.ts';

export interface VerifyAuditDependencies {
  audit: AuditStore;
  auditKey: Buffer;
}

export interface AuditVerdict {
  chains: number;
  records: number;
  faults: AuditFault[];
}

interface ChainEnds {
  head: AuditHead | null;
  exported?: AuditHead | null | undefined;
}

/** Reads chains through and finds what was changed, deleted, cut off or put into another order. */
export function verifyAudit({ audit, auditKey: key }: VerifyAuditDependencies) {
  /** One chain; `exported`, where there is one, is its end as it was written down elsewhere before. */
  async function chain(name: string, { head, exported = null }: ChainEnds): Promise<AuditVerdict> {
    const check = checkChain(name, key);
    const keep = new Set([head, exported].flatMap((end) => (end === null ? [] : [end.sequence])));
    const missingChains: AuditFault[] = [];
    let records = 0;
    for (;;) {
      const at = check.sequence();
      const found = await audit.after(name, at);
      const behindGap = found.length === 0 ? await audit.firstBeyond(name, at) : null;
      const batch = behindGap === null ? found : [behindGap];
      for (const record of batch) check.take(record, keep);
      if (name === SERVICE_CHAIN) missingChains.push(...(await missing(batch)));
      records += batch.length;
      if (batch.length === 0) break;
    }
    const faults = check.end(head, check.hashes.get(head?.sequence ?? 0));
    if (exported !== null && check.hashes.get(exported.sequence) !== exported.hash) {
      faults.push({ chain: name, sequence: exported.sequence, fault: 'other-history' });
    }
    return { chains: 1, records, faults: [...faults, ...missingChains] };
  }

  /** Chains that were opened and have no head: what is left of them, if anything, has no end. */
  async function missing(batch: readonly AuditRecord[]): Promise<AuditFault[]> {
    const chains = batch.flatMap(({ opensChain }) => (opensChain === null ? [] : [opensChain]));
    if (chains.length === 0) return [];
    const there = await audit.headsOf(chains);
    return chains
      .filter((one) => !there.has(one))
      .map((one) => ({ chain: one, sequence: 1, fault: 'chain-missing' as const }));
  }

  /** Every chain there is, and every one that there was. @param exported ends that were written down elsewhere */
  async function everything(exported: ReadonlyMap<string, AuditHead> = new Map()): Promise<AuditVerdict> {
    const heads = new Map<string, AuditHead | null>();
    for (const name of [SERVICE_CHAIN, ...exported.keys()]) heads.set(name, null);
    for await (const head of audit.everyHead()) heads.set(head.chain, head);
    const verdict: AuditVerdict = { chains: heads.size, records: 0, faults: [] };
    for (const [name, head] of heads) {
      const { records, faults } = await chain(name, { head, exported: exported.get(name) });
      verdict.records += records;
      verdict.faults.push(...faults);
    }
    return verdict;
  }

  const oneChain = async (name: string) => chain(name, { head: await audit.head(name) });

  return { oneChain, everything };
}
