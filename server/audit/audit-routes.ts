import { Router } from 'express';
import {
  caseAuditQuery,
  serviceAuditQuery,
  verifyAuditQuery,
} from '../../schemas/requests/audit-requests.ts';
import type { Authenticate } from '../http/authenticate.ts';
import { parseInput } from '../http/parse-input.ts';
import type { readAudit } from './read-audit.ts';

export interface AuditRoutesDependencies {
  authenticate: Authenticate;
  readAudit: ReturnType<typeof readAudit>;
}

/** /api/v1/audit, and /api/v1/cases/{id}/audit */
export function auditRoutes({ authenticate, readAudit }: AuditRoutesDependencies): Router {
  const router = Router();

  router.get('/audit', async (request, response) => {
    const actor = await authenticate(request);
    response.json(await readAudit.ofService(actor, parseInput(serviceAuditQuery, request.query)));
  });

  router.get('/audit/verify', async (request, response) => {
    const actor = await authenticate(request);
    const { caseId } = parseInput(verifyAuditQuery, request.query);
    response.json(await readAudit.verify(actor, caseId));
  });

  router.get('/cases/:id/audit', async (request, response) => {
    const actor = await authenticate(request);
    const query = parseInput(caseAuditQuery, request.query);
    response.json(await readAudit.ofCase(actor, request.params.id, query));
  });

  return router;
}
