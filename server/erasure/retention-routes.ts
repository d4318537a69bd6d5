import { Router } from 'express';
import { retentionQuery, retentionRuleRequest } from '../../schemas/requests/retention-requests.ts';
import { noteForAudit } from '../http/audit-note.ts';
import type { Authenticate } from '../http/authenticate.ts';
import type { Once } from '../http/once.ts';
import { parseInput } from '../http/parse-input.ts';
import type { readRetention } from './read-retention.ts';
import type { setRetention } from './set-retention.ts';

export interface RetentionRoutesDependencies {
  authenticate: Authenticate;
  once: Once;
  setRetention: ReturnType<typeof setRetention>;
  readRetention: ReturnType<typeof readRetention>;
}

/** /api/v1/organisations/{id}/retention: how long its cases are kept, and what goes when. */
export function retentionRoutes(dependencies: RetentionRoutesDependencies): Router {
  const { authenticate, once, setRetention, readRetention } = dependencies;
  const router = Router();

  router.get('/:id/retention', async (request, response) => {
    const actor = await authenticate(request);
    const query = parseInput(retentionQuery, request.query);
    const list = await readRetention(actor, { organisationId: request.params.id, query });
    noteForAudit(request, { caseIds: list.cases.map(({ caseId }) => caseId) });
    response.json(list);
  });

  router.post(
    '/:id/retention-rules',
    once<{ id: string }>(async ({ params, body }, { actor }) => {
      const rule = parseInput(retentionRuleRequest, body);
      return { status: 201, body: await setRetention(actor, { organisationId: params.id, rule }) };
    }),
  );

  return router;
}
