import { randomUUID } from 'node:crypto';
import type { BarRequest } from '../../schemas/requests/case-access-requests.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { MediationCase } from '../domain/case.ts';
import { type CaseBar, isBarred } from '../domain/case-bar.ts';
import type { Fact } from '../domain/fact.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { Actor } from '../domain/staff.ts';
import { type AddLineDependencies, addLine } from './add-line.ts';
import { barrableCases } from './case-policy.ts';

export interface BarFromCaseDependencies extends AddLineDependencies {
  accounts: AccountStore;
  now: () => Date;
}

/** What a change of the bars comes to: those that hold then, and what the timeline says of it. */
interface BarChange {
  bars: CaseBar[];
  fact: Pick<Fact, 'kind' | 'note' | 'reason' | 'about'>;
}

/**
 * Keeps people from one case, whatever their role: a head anybody, an administrator anybody by a lock, everybody
 * themselves by recusal. The account is barred before the case says so and let in after, so that whatever is cut off
 * between leaves the narrower right.
 */
export function barFromCase(dependencies: BarFromCaseDependencies) {
  const { cases, accounts, now } = dependencies;
  const add = addLine(dependencies);

  async function found(actor: Actor, caseId: string): Promise<MediationCase> {
    const subject = await cases.find(caseId, barrableCases(actor));
    if (subject === null) throw new Fault('case_not_found');
    return subject;
  }

  async function change(
    actor: Actor,
    caseId: string,
    changed: (subject: MediationCase) => BarChange,
  ): Promise<CaseBar[]> {
    const next = await add(
      () => found(actor, caseId),
      (subject) => {
        const { bars, fact } = changed(subject);
        const { mediatorId } = subject;
        const barred = mediatorId !== null && isBarred({ bars }, mediatorId);
        const recordedAt = now();
        const line: Fact = {
          ...fact,
          id: randomUUID(),
          happenedOn: legalDayOf(recordedAt),
          recordedAt,
          recordedBy: actor.accountId,
        };
        return { line, set: { bars, mediatorId: barred ? null : mediatorId } };
      },
    );
    return next.bars;
  }

  /** @throws Fault `case_not_found`, `account_not_found`, `not_permitted` */
  async function bar(
    actor: Actor,
    caseId: string,
    { accountId, kind, reason }: BarRequest,
  ): Promise<CaseBar[]> {
    checkMayBar(actor, { accountId, kind });
    await found(actor, caseId);
    const account = await accounts.findById(accountId);
    if (account === null) throw new Fault('account_not_found', { pointer: '/accountId' });
    await accounts.bar(accountId, caseId);
    const added = { id: randomUUID(), accountId, kind, reason, at: now(), by: actor.accountId };
    return change(actor, caseId, ({ bars }) => ({
      bars: [...bars.filter((one) => one.accountId !== accountId), added],
      fact: { kind: 'person-barred', note: account.displayName, reason: kind, about: accountId },
    }));
  }

  /** @throws Fault `case_not_found`, `not_permitted`, `bar_not_found` */
  async function lift(actor: Actor, caseId: string, accountId: string): Promise<CaseBar[]> {
    const bars = await change(actor, caseId, (subject) => {
      const lifted = subject.bars.find((one) => one.accountId === accountId);
      if (lifted === undefined) throw new Fault('bar_not_found');
      checkMayDecide(actor, lifted);
      return {
        bars: subject.bars.filter((one) => one !== lifted),
        fact: { kind: 'bar-lifted', note: null, reason: lifted.kind, about: accountId },
      };
    });
    await accounts.unbar(accountId, caseId);
    return bars;
  }

  /** Who is kept from it, for those who decide. */
  async function list(actor: Actor, caseId: string): Promise<CaseBar[]> {
    const { bars } = await found(actor, caseId);
    if (!actor.roles.some((role) => role === 'head' || role === 'administrator')) {
      throw new Fault('not_permitted', { params: { needed: 'head, administrator' } });
    }
    return bars;
  }

  return { bar, lift, list };
}

function checkMayBar(actor: Actor, asked: Pick<CaseBar, 'accountId' | 'kind'>): void {
  if (asked.accountId === actor.accountId && asked.kind === 'recusal') return;
  checkMayDecide(actor, asked);
}

/** Recusal is for the head to decide, who knows the case; a lock is for the administrator too, who does not. */
function checkMayDecide({ roles }: Actor, { kind }: Pick<CaseBar, 'kind'>): void {
  if (roles.includes('head') || (kind === 'lock' && roles.includes('administrator'))) return;
  const needed = kind === 'lock' ? 'head, administrator' : 'head';
  throw new Fault('not_permitted', { params: { needed } });
}
