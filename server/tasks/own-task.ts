import type { CaseStore } from '../cases/case-store.ts';
import type { MediationCase } from '../domain/case.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { mayCallFor, visibleTasks } from './task-policy.ts';
import type { Task, TaskStore } from './task-store.ts';

/** A task and its case, for one whose it is as the case stands now. @throws Fault `task_not_found` */
export function ownTask({ tasks, cases }: { tasks: TaskStore; cases: CaseStore }) {
  return async (actor: Actor, id: string): Promise<{ task: Task; subject: MediationCase }> => {
    const task = await tasks.find(id, visibleTasks(actor));
    const subject = task === null ? null : await cases.find(task.caseId, {});
    if (task === null || subject === null || !mayCallFor(subject, actor)) throw new Fault('task_not_found');
    return { task, subject };
  };
}
