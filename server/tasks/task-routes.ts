import { Router } from 'express';
import { taskDoneRequest, taskListQuery } from '../../schemas/requests/task-requests.ts';
import type { Authenticate } from '../http/authenticate.ts';
import { parseInput } from '../http/parse-input.ts';
import type { finishTask } from './finish-task.ts';
import type { readTasks } from './read-tasks.ts';

export interface TaskRoutesDependencies {
  authenticate: Authenticate;
  readTasks: ReturnType<typeof readTasks>;
  finishTask: ReturnType<typeof finishTask>;
}

/** /api/v1/tasks */
export function taskRoutes({ authenticate, readTasks, finishTask }: TaskRoutesDependencies): Router {
  const router = Router();

  router.get('/', async (request, response) => {
    const actor = await authenticate(request);
    response.json(await readTasks.page(actor, parseInput(taskListQuery, request.query)));
  });

  router.get('/:id', async (request, response) => {
    const actor = await authenticate(request);
    response.json(await readTasks.one(actor, request.params.id));
  });

  router.post('/:id/done', async (request, response) => {
    const actor = await authenticate(request);
    await finishTask(actor, request.params.id, parseInput(taskDoneRequest, request.body));
    response.json(await readTasks.one(actor, request.params.id));
  });

  return router;
}
