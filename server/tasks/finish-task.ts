import type { TaskDoneRequest } from '../../schemas/requests/task-requests.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { ownTask } from './own-task.ts';
import type { TaskStore } from './task-store.ts';

export interface FinishTaskDependencies {
  tasks: TaskStore;
  cases: CaseStore;
  now: () => Date;
}

/** Closes a task with what came of the call. @throws Fault `task_not_found`, `task_not_open` */
export function finishTask({ tasks, cases, now }: FinishTaskDependencies) {
  const own = ownTask({ tasks, cases });
  return async (actor: Actor, id: string, { result, note }: TaskDoneRequest): Promise<void> => {
    const { task } = await own(actor, id);
    const closed = await tasks.close(task, { at: now(), by: actor.accountId, result, note });
    if (!closed) throw new Fault('task_not_open');
  };
}
