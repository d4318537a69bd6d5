import type { MediationCase } from '../domain/case.ts';
import type { Actor } from '../domain/staff.ts';
import type { Task, TaskFilter } from './task-store.ts';

const NOTHING: TaskFilter = { _id: { $in: [] } };

/**
 * Which tasks somebody sees: a head all of the organisation, so that none waits for one who is away; others
 * theirs. Of these `mayCallFor` says which still are: a case may have gone to another mediator since.
 */
export function visibleTasks({ accountId, organisationId, roles, barredCaseIds = [] }: Actor): TaskFilter {
  if (organisationId === null) return NOTHING;
  const caseId = { $nin: barredCaseIds };
  return roles.includes('head')
    ? { organisationId, caseId }
    : { organisationId, caseId, assigneeId: accountId };
}

/** Whether the calls of a case are somebody's as it stands now, however its tasks were handed out. */
export function mayCallFor({ mediatorId, organisationId }: MediationCase, actor: Actor): boolean {
  if (actor.organisationId !== organisationId) return false;
  return actor.roles.includes('head') || (actor.roles.includes('mediator') && mediatorId === actor.accountId);
}

/** To whom a call falls: the mediator of the case, but nobody is asked to telephone themselves; null: the heads. */
export function assigneeOf(
  { mediatorId }: Pick<MediationCase, 'mediatorId'>,
  { accountId }: Pick<Task, 'accountId'>,
): string | null {
  return accountId !== null && accountId === mediatorId ? null : mediatorId;
}
