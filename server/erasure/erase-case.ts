import { randomUUID } from 'node:crypto';
import type { ErasedCase, ErasureRequest } from '../../schemas/requests/erasure-requests.ts';
import type { eraseAuditDetails } from '../audit/erase-audit-details.ts';
import { ERASING_ROLES, erasableCases } from '../cases/case-policy.ts';
import type { CaseStore } from '../cases/case-store.ts';
import type { MediationCase } from '../domain/case.ts';
import { checkErasure } from '../domain/check-erasure.ts';
import { type Erasure, isErased } from '../domain/erasure.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { Actor } from '../domain/staff.ts';
import type { CaseErasureStore, ErasureMark } from './case-erasure-store.ts';

export interface EraseCaseDependencies {
  cases: CaseStore;
  caseErasures: CaseErasureStore;
  eraseAuditDetails: ReturnType<typeof eraseAuditDetails>;
  now: () => Date;
}

/** What became of a case that was to be erased again after a restore. */
export type ErasedAgain = 'erased' | 'was-erased' | 'not-there';

export type EraseCase = ReturnType<typeof eraseCase>;

const MOST_TRIES = 20;

/**
 * 删除: destroys the key of a case and every personal text with it (PIPL 47); number, states, days, codes and sums stay.
 * The one update of the case is the moment of truth; what lies beside it can be read by nobody from then on, and is
 * cleared after. An erasure that was cut off between is finished by a worker, or by asking for it again.
 */
export function eraseCase({ cases, caseErasures, eraseAuditDetails, now }: EraseCaseDependencies) {
  async function clearBeside({ caseId, erasure }: Pick<ErasedCase, 'caseId' | 'erasure'>): Promise<void> {
    await caseErasures.eraseBeside(caseId, now());
    await eraseAuditDetails(caseId, erasure);
    await caseErasures.cleared(caseId);
  }

  /**
   * Erases a case as it was read, on anybody's word who may give it.
   * @throws Fault `case_under_hold`, `case_not_ended`, `reason_names_somebody`, `case_changed`
   */
  async function carryOut(subject: MediationCase, asked: Omit<Erasure, 'at'>): Promise<ErasedCase> {
    const { id: caseId, number, version } = subject;
    if (!isErased(subject)) checkErasure(subject, asked);
    const erasure = subject.erasure ?? { ...asked, at: now() };
    const written = isErased(subject) || (await caseErasures.erase(caseId, version, markOf(erasure)));
    if (!written) throw new Fault('case_changed', { params: { version: String(version + 1) } });
    await clearBeside({ caseId, erasure });
    return { caseId, number, erasure };
  }

  /** @throws Fault `not_permitted`, `case_not_found`, and what `carryOut` throws */
  async function erase(actor: Actor, caseId: string, request: ErasureRequest): Promise<ErasedCase> {
    if (!ERASING_ROLES.some((role) => actor.roles.includes(role))) {
      throw new Fault('not_permitted', { params: { needed: ERASING_ROLES.join(', ') } });
    }
    const subject = await cases.find(caseId, erasableCases(actor));
    if (subject === null) throw new Fault('case_not_found');
    return carryOut(subject, { ...request, by: actor.accountId });
  }

  /** Erases what a restored backup brought back, whatever the state it had then. */
  async function again({ caseId, erasure }: ErasedCase): Promise<ErasedAgain> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const found = await caseErasures.find(caseId);
      if (found === null) return 'not-there';
      const written = isErased(found) || (await caseErasures.erase(caseId, found.version, markOf(erasure)));
      if (!written) continue;
      await clearBeside({ caseId, erasure });
      return isErased(found) ? 'was-erased' : 'erased';
    }
    throw new Error(`Case ${caseId} changes faster than it can be erased; run the command again.`);
  }

  return { erase, carryOut, again, clearBeside, everyErased: caseErasures.everyErased };
}

function markOf(erasure: Erasure): ErasureMark {
  const { at, by, basis } = erasure;
  return {
    erasure,
    fact: {
      id: randomUUID(),
      kind: 'erased',
      happenedOn: legalDayOf(at),
      recordedAt: at,
      recordedBy: by,
      note: null,
      reason: basis,
    },
  };
}
