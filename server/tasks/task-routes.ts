import { Router } from 'express';
import { taskDoneRequest, taskListQuery } from '../../schemas/requests/task-requests.ts';
import { timePlace } from '../database/list-place.ts';
import { noteForAudit } from '../http/audit-note.ts';
import type { Authenticate } from '../http/authenticate.ts';
import type { Once } from '../http/once.ts';
import type { Paged } from '../http/paged.ts';
import { parseInput } from '../http/parse-input.ts';
import type { finishTask } from './finish-task.ts';
import type { readTasks } from './read-tasks.ts';

export interface TaskRoutesDependencies {
  authenticate: Authenticate;
  once: Once;
  paged: Paged;
  readTasks: ReturnType<typeof readTasks>;
  finishTask: ReturnType<typeof finishTask>;
}

/** /api/v1/tasks */
export function taskRoutes({
  authenticate,
  once,
  paged,
  readTasks,
  finishTask,
}: TaskRoutesDependencies): Router {
  const router = Router();

  router.get(
    '/',
    paged({ query: taskListQuery, place: timePlace }, async (request, { actor, query }) => {
      const page = await readTasks.page(actor, query);
      noteForAudit(request, { caseIds: page.tasks.map(({ caseId }) => caseId) });
      return page;
    }),
  );

  router.get('/:id', async (request, response) => {
    const actor = await authenticate(request);
    const task = await readTasks.one(actor, request.params.id);
    noteForAudit(request, { caseIds: [task.caseId] });
    response.json(task);
  });

  router.post(
    '/:id/done',
    once<{ id: string }>(async (request, { actor }) => {
      const { id } = request.params;
      await finishTask(actor, id, parseInput(taskDoneRequest, request.body));
      const task = await readTasks.one(actor, id);
      noteForAudit(request, { caseIds: [task.caseId] });
      return { status: 200, body: task };
    }),
  );

  return router;
}
