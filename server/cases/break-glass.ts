import type { GrantsQuery } from '../../schemas/requests/case-access-requests.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import { type PageRequest, placeBehind, type TimePlace } from '../database/list-place.ts';
import type { MediationCase } from '../domain/case.ts';
import { isErased } from '../domain/erasure.ts';
import type { Fact } from '../domain/fact.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import { OPENED_FOR_MS } from '../domain/opening-notices.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import { type AddLineDependencies, addLine } from './add-line.ts';
import type { BreakGlassGrant, BreakGlassStore } from './break-glass-store.ts';
import { breakableCases, visibleCases } from './case-policy.ts';

export interface BreakGlassDependencies extends AddLineDependencies {
  breakGlassGrants: BreakGlassStore;
  accounts: AccountStore;
  now: () => Date;
}

/**
 * Opens a case of the own organisation to somebody who has no right to it, for an hour, by a reason. First the grant is
 * stored, then the case says so, from which the notice to its overseers follows, and only then the account may use it:
 * wherever it is cut off, nothing is open that they are not told of.
 */
export function breakGlass(dependencies: BreakGlassDependencies) {
  const { cases, breakGlassGrants, accounts, now } = dependencies;
  const add = addLine(dependencies);

  async function found(actor: Actor, caseId: string): Promise<MediationCase> {
    const subject = await cases.find(caseId, breakableCases(actor));
    if (subject === null) throw new Fault('case_not_found');
    return subject;
  }

  /** @throws Fault `case_not_found`, `case_erased`, `break_glass_needless`, `case_changed` */
  async function open(
    actor: Actor,
    { caseId, reason }: { caseId: string; reason: string },
    { id }: ChangeIdentity = newChange(),
  ): Promise<BreakGlassGrant> {
    const subject = await found(actor, caseId);
    if (isErased(subject)) throw new Fault('case_erased');
    if ((await cases.find(caseId, visibleCases(actor))) !== null) throw new Fault('break_glass_needless');
    const grantedAt = now();
    const grant = await breakGlassGrants.insert({
      id,
      caseId,
      caseNumber: subject.number,
      organisationPath: subject.organisationPath,
      accountId: actor.accountId,
      reason,
      grantedAt,
      expiresAt: new Date(grantedAt.getTime() + OPENED_FOR_MS),
    });
    const account = await accounts.findById(actor.accountId);
    const line: Fact = {
      id: grant.id,
      kind: 'opened-in-emergency',
      happenedOn: legalDayOf(grant.grantedAt),
      recordedAt: grant.grantedAt,
      recordedBy: actor.accountId,
      note: account?.displayName ?? null,
    };
    await add(
      () => found(actor, caseId),
      () => ({ line }),
    );
    await accounts.openCase(actor.accountId, { caseId, until: grant.expiresAt }, grantedAt);
    return grant;
  }

  /** What was opened in the organisation and below, for its supervisor and its head. */
  async function page({ roles, organisationId }: Actor, query: PageRequest<GrantsQuery, TimePlace>) {
    const told = roles.includes('supervisor') || roles.includes('head');
    if (organisationId === null || !told) {
      throw new Fault('not_permitted', { params: { needed: 'supervisor, head' } });
    }
    const found = await breakGlassGrants.page(organisationId, query, now());
    const people = await Promise.all(found.map(({ accountId }) => accounts.findById(accountId)));
    return {
      grants: found.map(({ organisationPath, ...grant }, index) => ({
        ...grant,
        name: people[index]?.displayName ?? null,
      })),
      next: placeBehind(found, query.limit, ({ grantedAt, id }) => ({ at: grantedAt, id })),
    };
  }

  return { open, page };
}
