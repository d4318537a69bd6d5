import { type Request, Router } from 'express';
import { statusLookupRequest } from '../../schemas/requests/status-requests.ts';
import { caseNumberKey } from '../domain/case-number-key.ts';
import { attempt } from '../http/attempt-limit.ts';
import { noteForAudit } from '../http/audit-note.ts';
import { parseInput } from '../http/parse-input.ts';
import type { StatusLimits } from '../http/status-limits.ts';
import type { lookUpStatus } from './look-up-status.ts';

export interface StatusRoutesDependencies extends StatusLimits {
  lookUpStatus: ReturnType<typeof lookUpStatus>;
}

/**
 * A look-up that counts when it fails, by address and by number: whoever guesses is slowed down, and nobody is who
 * holds a code, even where a whole dormitory shares one address.
 */
export function guardedLookup({ lookUpStatus, limitLookups, slowCaseLookups }: StatusRoutesDependencies) {
  return (request: Request) => {
    const lookup = parseInput(statusLookupRequest, request.body);
    const limits = [
      [limitLookups, request.ip ?? ''],
      [slowCaseLookups, caseNumberKey(lookup.number)],
    ] as const;
    return attempt(limits, () =>
      lookUpStatus(lookup, (caseId) => noteForAudit(request, { caseIds: [caseId] })),
    );
  };
}

/** /api/v1/status. A POST, so that neither number nor code ever stands in an address or a log. */
export function statusRoutes(services: StatusRoutesDependencies): Router {
  const router = Router();
  const lookUp = guardedLookup(services);
  router.post('/', async (request, response) => {
    response.set('Cache-Control', 'no-store').json(await lookUp(request));
  });
  return router;
}
