import type { Actor } from '../domain/staff.ts';
import type { TaskFilter } from './task-store.ts';

const NOTHING: TaskFilter = { _id: { $in: [] } };

/** Which tasks somebody sees: a head all of the organisation, so that none waits for one who is away; others theirs. */
export function visibleTasks({ accountId, organisationId, roles, barredCaseIds = [] }: Actor): TaskFilter {
  if (organisationId === null) return NOTHING;
  const caseId = { $nin: barredCaseIds };
  return roles.includes('head')
    ? { organisationId, caseId }
    : { organisationId, caseId, assigneeId: accountId };
}
