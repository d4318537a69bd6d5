import { Router } from 'express';
import { statusLookupRequest } from '../../schemas/requests/status-requests.ts';
import type { AttemptLimit } from '../http/attempt-limit.ts';
import { noteForAudit } from '../http/audit-note.ts';
import { parseInput } from '../http/parse-input.ts';
import type { lookUpStatus } from './look-up-status.ts';

export interface StatusRoutesDependencies {
  lookUpStatus: ReturnType<typeof lookUpStatus>;
  limitLookups: AttemptLimit;
}

/** /api/v1/status. A POST, so that neither number nor code ever stands in an address or a log. */
export function statusRoutes({ lookUpStatus, limitLookups }: StatusRoutesDependencies): Router {
  const router = Router();
  router.post('/', async (request, response) => {
    const lookup = parseInput(statusLookupRequest, request.body);
    // By address, and failures alone: whoever guesses is slowed down, and nobody is who holds a code, even where
    // a whole dormitory shares one address.
    const forgive = await limitLookups(request.ip ?? '');
    const status = await lookUpStatus(lookup, (caseId) => noteForAudit(request, { caseIds: [caseId] }));
    await forgive();
    response.set('Cache-Control', 'no-store').json(status);
  });
  return router;
}
