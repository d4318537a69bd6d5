import type { MediationCase } from '../domain/case.ts';
import { assigneeOf } from './task-policy.ts';
import type { TaskStore } from './task-store.ts';

/**
 * Gives the open calls of cases to those whose they are now, after a change of mediator. Part of every sweep: the
 * change makes its case due, so that a crash between the two leaves nothing with one who has no right to it.
 */
export function handOnTasks({ tasks }: { tasks: Pick<TaskStore, 'openOf' | 'assign'> }) {
  return async (subjects: readonly MediationCase[]): Promise<void> => {
    const byId = new Map(subjects.map((subject) => [subject.id, subject]));
    const standing = await tasks.openOf([...byId.keys()]);
    await tasks.assign(
      standing.flatMap((task) => {
        const subject = byId.get(task.caseId);
        if (subject === undefined) return [];
        const assigneeId = assigneeOf(subject, task);
        return assigneeId === task.assigneeId ? [] : [{ id: task.id, assigneeId }];
      }),
    );
  };
}
