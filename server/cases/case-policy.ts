import type { Actor, StaffRole } from '../domain/staff.ts';
import type { CaseFilter } from './case-store.ts';

export const REGISTERING_ROLES: readonly StaffRole[] = ['clerk', 'mediator', 'head'];

const NOTHING: CaseFilter = { _id: { $in: [] } };

/**
 * Which cases somebody sees, as the filter of every query of cases: a head those of the organisation and below,
 * a clerk those of the organisation, a mediator those of the organisation that are theirs or nobody's. An
 * administrator or a supervisor reads no case by that right.
 */
export function visibleCases({ accountId, organisationId, roles }: Actor): CaseFilter {
  if (organisationId === null) return NOTHING;
  if (roles.includes('head')) return { organisationPath: organisationId };
  if (roles.includes('clerk')) return { organisationId };
  if (roles.includes('mediator')) return { organisationId, mediatorId: { $in: [accountId, null] } };
  return NOTHING;
}

/** Of which cases somebody sees and acknowledges the warning, and by that right nothing else of them. */
export function warnedCases({ organisationId, roles }: Actor): CaseFilter {
  if (organisationId === null) return NOTHING;
  return roles.includes('head') || roles.includes('supervisor')
    ? { organisationPath: organisationId }
    : NOTHING;
}
