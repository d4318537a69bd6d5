import { Router } from 'express';
import { barRequest, breakGlassRequest, grantsQuery } from '../../schemas/requests/case-access-requests.ts';
import { timePlace } from '../database/list-place.ts';
import { noteForAudit } from '../http/audit-note.ts';
import type { Authenticate } from '../http/authenticate.ts';
import type { Once } from '../http/once.ts';
import type { Paged } from '../http/paged.ts';
import { parseInput } from '../http/parse-input.ts';
import type { barFromCase } from './bar-from-case.ts';
import type { breakGlass } from './break-glass.ts';

export interface CaseAccessRoutesDependencies {
  authenticate: Authenticate;
  once: Once;
  paged: Paged;
  barFromCase: ReturnType<typeof barFromCase>;
  breakGlass: ReturnType<typeof breakGlass>;
}

/** Rights to one case: who is kept from it, and who opens it in an emergency. */
export function caseAccessRoutes(dependencies: CaseAccessRoutesDependencies): Router {
  const { authenticate, once, paged, barFromCase, breakGlass } = dependencies;
  const router = Router();

  router.get('/cases/:id/bars', async (request, response) => {
    const actor = await authenticate(request);
    response.json({ bars: await barFromCase.list(actor, request.params.id) });
  });

  router.post(
    '/cases/:id/bars',
    once<{ id: string }>(async ({ params, body }, { actor }) => {
      await barFromCase.bar(actor, params.id, parseInput(barRequest, body));
      return { status: 201, body: { caseId: params.id } };
    }),
  );

  router.delete('/cases/:id/bars/:accountId', async (request, response) => {
    const actor = await authenticate(request);
    const { id, accountId } = request.params;
    response.json({ bars: await barFromCase.lift(actor, id, accountId) });
  });

  router.post(
    '/cases/:id/break-glass',
    once<{ id: string }>(async ({ params, body }, { actor, change }) => {
      const asked = { caseId: params.id, ...parseInput(breakGlassRequest, body) };
      const { id, caseId, expiresAt } = await breakGlass.open(actor, asked, change);
      return { status: 201, body: { id, caseId, expiresAt } };
    }),
  );

  router.get(
    '/break-glass',
    paged({ query: grantsQuery, place: timePlace }, async (request, { actor, query }) => {
      const page = await breakGlass.page(actor, query);
      noteForAudit(request, { caseIds: page.grants.map(({ caseId }) => caseId) });
      return page;
    }),
  );

  return router;
}
