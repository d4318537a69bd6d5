import { listKey } from '../domain/case-listing.ts';
import { type CaseState, FINAL_STATES } from '../domain/case-state.ts';
import type { Actor, StaffRole } from '../domain/staff.ts';
import type { CaseListRequest } from './case-list-store.ts';
import type { CaseFilter } from './case-store.ts';

export const REGISTERING_ROLES: readonly StaffRole[] = ['clerk', 'mediator', 'head'];

/** Who may erase a case, where they may. */
export const ERASING_ROLES: readonly StaffRole[] = ['head', 'archivist', 'administrator'];

/** What an archivist closes, and has closed. */
const ENDED_STATES: readonly CaseState[] = [...FINAL_STATES, 'archived'];

const NOTHING: CaseFilter = { _id: { $in: [] } };

/**
 * Which cases somebody sees, as the filter of every query of cases: those of their role and those that they opened in
 * an emergency, but none that they are barred from. An administrator or a supervisor reads no case by that right.
 */
export function visibleCases(actor: Actor): CaseFilter {
  const { openedCaseIds = [] } = actor;
  const byRole = casesOfRole(actor);
  const opened = { _id: { $in: openedCaseIds } };
  return notBarred(actor, openedCaseIds.length === 0 ? byRole : { $or: [byRole, opened] });
}

/**
 * A head those of the organisation and below, a clerk those of the organisation, a mediator those of the organisation
 * that are theirs or nobody's, an archivist those of the organisation that have ended; in several roles those of each.
 */
function casesOfRole({ accountId, organisationId, roles }: Actor): CaseFilter {
  if (organisationId === null) return NOTHING;
  if (roles.includes('head')) return { organisationPath: organisationId };
  if (roles.includes('clerk')) return { organisationId };
  const shares: CaseFilter[] = [
    ...(roles.includes('mediator') ? [{ mediatorId: { $in: [accountId, null] } }] : []),
    ...(roles.includes('archivist') ? [{ state: { $in: ENDED_STATES } }] : []),
  ];
  return shares.length === 0 ? NOTHING : { organisationId, $or: shares };
}

/** The same right as the keys of a list, and the cases that were opened in an emergency, which carry none of them. */
export function listRight(actor: Actor): CaseListRequest['right'] {
  return { keys: roleKeys(actor), opened: actor.openedCaseIds ?? [] };
}

/** Of each group a case carries one: `casesOfRole` in keys. */
function roleKeys({ accountId, organisationId, roles }: Actor): string[][] {
  if (organisationId === null) return [[]];
  if (roles.includes('head')) return [[listKey.below(organisationId)]];
  if (roles.includes('clerk')) return [[listKey.held(organisationId)]];
  const shares = [
    ...(roles.includes('mediator') ? [accountId, null].map(listKey.mediator) : []),
    ...(roles.includes('archivist') ? ENDED_STATES.map(listKey.state) : []),
  ];
  return shares.length === 0 ? [[]] : [[listKey.held(organisationId)], shares];
}

/**
 * Which cases somebody watches over: sees what is overdue in them, sees and acknowledges their warnings, and by that right
 * nothing else of them.
 */
export function overseenCases(actor: Actor): CaseFilter {
  const top = overseenOrganisation(actor);
  return top === null ? NOTHING : notBarred(actor, { organisationPath: top });
}

/** The same right as the keys of a list; a case that was opened in an emergency is not watched over. */
export function overseeingRight(actor: Actor): CaseListRequest['right'] {
  const top = overseenOrganisation(actor);
  return { keys: [top === null ? [] : [listKey.below(top)]], opened: [] };
}

function overseenOrganisation({ organisationId, roles }: Actor): string | null {
  return roles.includes('head') || roles.includes('supervisor') ? organisationId : null;
}

/** Which cases somebody may open in an emergency: those of the organisation, for who works on cases there. */
export function breakableCases(actor: Actor): CaseFilter {
  const { organisationId, roles } = actor;
  if (organisationId === null || !REGISTERING_ROLES.some((role) => roles.includes(role))) return NOTHING;
  return notBarred(actor, { organisationId });
}

/** From which cases somebody may bar people: those that they see, and of what they administer all, unread. */
export function barrableCases(actor: Actor): CaseFilter {
  const { organisationId, roles } = actor;
  if (!roles.includes('administrator')) return visibleCases(actor);
  return notBarred(actor, organisationId === null ? {} : { organisationPath: organisationId });
}

/**
 * Which cases somebody may erase, unread: a head and an administrator those of the organisation and below, an archivist
 * those of the organisation. An administrator of the instance has no organisation, and erases nothing.
 */
export function erasableCases(actor: Actor): CaseFilter {
  const { organisationId, roles } = actor;
  if (organisationId === null) return NOTHING;
  if (roles.includes('head') || roles.includes('administrator')) {
    return notBarred(actor, { organisationPath: organisationId });
  }
  return roles.includes('archivist') ? notBarred(actor, { organisationId }) : NOTHING;
}

function notBarred({ barredCaseIds = [] }: Actor, filter: CaseFilter): CaseFilter {
  return barredCaseIds.length === 0 ? filter : { $and: [filter, { _id: { $nin: barredCaseIds } }] };
}
