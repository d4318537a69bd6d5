import { Router } from 'express';
import { acknowledgementRequest, warningsQuery } from '../../schemas/requests/warning-requests.ts';
import type { actOnCase } from '../cases/act-on-case.ts';
import { warnedCases } from '../cases/case-policy.ts';
import type { Authenticate } from '../http/authenticate.ts';
import { seenVersion, setVersion } from '../http/if-match.ts';
import { parseInput } from '../http/parse-input.ts';
import type { readWarnings } from './read-warnings.ts';

export interface WarningRoutesDependencies {
  authenticate: Authenticate;
  actOnCase: ReturnType<typeof actOnCase>;
  readWarnings: ReturnType<typeof readWarnings>;
}

/** /api/v1/warnings: what heads and supervisors see of the cases under a warning, and that they have seen it. */
export function warningRoutes({ authenticate, actOnCase, readWarnings }: WarningRoutesDependencies): Router {
  const router = Router();

  router.get('/', async (request, response) => {
    const actor = await authenticate(request);
    response.json(await readWarnings.page(actor, parseInput(warningsQuery, request.query)));
  });

  router.post('/:caseId/acknowledgement', async (request, response) => {
    const actor = await authenticate(request);
    const version = seenVersion(request);
    const input = parseInput(acknowledgementRequest, request.body);
    const command = { name: 'acknowledge-warning' as const, input };
    const among = warnedCases(actor);
    const subject = await actOnCase(actor, { caseId: request.params.caseId, version, command, among });
    setVersion(response, subject.version);
    response.json(await readWarnings.show(subject));
  });

  return router;
}
