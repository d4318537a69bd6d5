import type { TaskDoneRequest } from '../../schemas/requests/task-requests.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { visibleTasks } from './task-policy.ts';
import type { TaskStore } from './task-store.ts';

export interface FinishTaskDependencies {
  tasks: TaskStore;
  now: () => Date;
}

/** Closes a task with what came of the call. @throws Fault `task_not_found`, `task_not_open` */
export function finishTask({ tasks, now }: FinishTaskDependencies) {
  return async (actor: Actor, id: string, { result, note }: TaskDoneRequest): Promise<void> => {
    const task = await tasks.find(id, visibleTasks(actor));
    if (task === null) throw new Fault('task_not_found');
    const closed = await tasks.close(task, { at: now(), by: actor.accountId, result, note });
    if (!closed) throw new Fault('task_not_open');
  };
}
