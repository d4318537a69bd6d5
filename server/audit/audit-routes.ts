import { Router } from 'express';
import { z } from 'zod';
import {
  type CaseAuditQuery,
  caseAuditQuery,
  serviceAuditQuery,
  verifyAuditQuery,
} from '../../schemas/requests/audit-requests.ts';
import { type TimePlace, timePlace } from '../database/list-place.ts';
import type { Authenticate } from '../http/authenticate.ts';
import type { Paged } from '../http/paged.ts';
import { parseInput } from '../http/parse-input.ts';
import type { readAudit } from './read-audit.ts';

export interface AuditRoutesDependencies {
  authenticate: Authenticate;
  paged: Paged;
  readAudit: ReturnType<typeof readAudit>;
}

/** /api/v1/audit, and /api/v1/cases/{id}/audit */
export function auditRoutes({ authenticate, paged, readAudit }: AuditRoutesDependencies): Router {
  const router = Router();

  router.get(
    '/audit',
    paged({ query: serviceAuditQuery, place: z.number() }, (_request, { actor, query }) =>
      readAudit.ofService(actor, query),
    ),
  );

  router.get('/audit/verify', async (request, response) => {
    const actor = await authenticate(request);
    const { caseId } = parseInput(verifyAuditQuery, request.query);
    response.json(await readAudit.verify(actor, caseId));
  });

  router.get(
    '/cases/:id/audit',
    paged<CaseAuditQuery, TimePlace, { id: string }>(
      { query: caseAuditQuery, place: timePlace },
      ({ params }, { actor, query }) => readAudit.ofCase(actor, params.id, query),
    ),
  );

  return router;
}
