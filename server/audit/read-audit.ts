import { z } from 'zod';
import type { CaseAuditQuery, ServiceAuditQuery } from '../../schemas/requests/audit-requests.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import { visibleCases } from '../cases/case-policy.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { type PageRequest, placeBehind, type TimePlace } from '../database/list-place.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { type AuditRecord, SERVICE_CHAIN } from './audit-record.ts';
import type { AuditStore } from './audit-store.ts';
import { AUDIT_FAULTS } from './check-chain.ts';
import type { AuditVerdict, verifyAudit } from './verify-audit.ts';

export interface ReadAuditDependencies {
  audit: AuditStore;
  accounts: AccountStore;
  cases: CaseStore;
  verifyAudit: ReturnType<typeof verifyAudit>;
  now: () => Date;
}

const details = z.looseObject({ accountId: z.string().nullable().default(null) });

/** Shows the audit: of a case to its head, all else to administrators of the instance, who read no case by it. */
export function readAudit({ audit, accounts, cases, verifyAudit, now }: ReadAuditDependencies) {
  async function shown(records: readonly AuditRecord[]) {
    const known = records.map(({ details: text }) =>
      text === null ? null : details.parse(JSON.parse(text)),
    );
    const ids = new Set(known.flatMap((one) => one?.accountId ?? []));
    const people = await Promise.all([...ids].map((id) => accounts.findById(id)));
    const names = new Map(people.flatMap((one) => (one === null ? [] : [[one.id, one.displayName]])));
    return records.map(({ chain, sequence, at, caseIds }, index) => {
      const told = known[index] ?? null;
      const name = names.get(told?.accountId ?? '') ?? null;
      return { chain, sequence, at, caseIds, name, erased: told === null, ...told };
    });
  }

  async function checkHead(actor: Actor, caseId: string): Promise<void> {
    if ((await cases.find(caseId, visibleCases(actor))) === null) throw new Fault('case_not_found');
    if (!actor.roles.includes('head')) throw new Fault('not_permitted', { params: { needed: 'head' } });
  }

  async function ofCase(actor: Actor, caseId: string, query: PageRequest<CaseAuditQuery, TimePlace>) {
    await checkHead(actor, caseId);
    const found = await audit.ofCase(caseId, query, now());
    const next = placeBehind(found, query.limit, ({ at, id }) => ({ at, id }));
    return { records: await shown(found), next };
  }

  /** What is about no case, or more than one, or was refused. */
  async function ofService(actor: Actor, { limit, before, after }: PageRequest<ServiceAuditQuery, number>) {
    checkInstanceAdministrator(actor);
    const from = after ?? before ?? ((await audit.head(SERVICE_CHAIN))?.sequence ?? 0) + 1;
    const found = await audit.before(SERVICE_CHAIN, from, limit);
    return { records: await shown(found), next: placeBehind(found, limit, ({ sequence }) => sequence) };
  }

  /** One case for its head; everything for an administrator of the instance. */
  async function verify(actor: Actor, caseId: string | null) {
    if (caseId === null) {
      checkInstanceAdministrator(actor);
      return verdictView(await verifyAudit.everything());
    }
    await checkHead(actor, caseId);
    return verdictView(await verifyAudit.oneChain(caseId));
  }

  return { ofCase, ofService, verify };
}

function checkInstanceAdministrator({ roles, organisationId }: Actor): void {
  if (roles.includes('administrator') && organisationId === null) return;
  throw new Fault('not_permitted', { params: { needed: 'administrator (organisationId: null)' } });
}

function verdictView({ chains, records, faults }: AuditVerdict) {
  const told = faults.map((fault) => ({ ...fault, meaning: AUDIT_FAULTS[fault.fault] }));
  return { whole: faults.length === 0, chains, records, faults: told };
}
