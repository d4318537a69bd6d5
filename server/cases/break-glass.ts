import type { GrantsQuery } from '../../schemas/requests/case-access-requests.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import { type PageRequest, placeBehind, type TimePlace } from '../database/list-place.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import type { BreakGlassGrant, BreakGlassStore } from './break-glass-store.ts';
import { breakableCases, visibleCases } from './case-policy.ts';
import type { CaseStore } from './case-store.ts';

export interface BreakGlassDependencies {
  cases: CaseStore;
  breakGlassGrants: BreakGlassStore;
  accounts: AccountStore;
  now: () => Date;
}

const OPEN_MS = 3_600_000;

/**
 * Opens a case of the own organisation to somebody who has no right to it, for an hour, by a reason. The grant is
 * stored before the account may use it, so that what was opened always stands in the supervisor's list.
 */
export function breakGlass({ cases, breakGlassGrants, accounts, now }: BreakGlassDependencies) {
  /** @throws Fault `case_not_found`, `break_glass_needless` */
  async function open(
    actor: Actor,
    { caseId, reason }: { caseId: string; reason: string },
    { id }: ChangeIdentity = newChange(),
  ): Promise<BreakGlassGrant> {
    const subject = await cases.find(caseId, breakableCases(actor));
    if (subject === null) throw new Fault('case_not_found');
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
      expiresAt: new Date(grantedAt.getTime() + OPEN_MS),
    });
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
