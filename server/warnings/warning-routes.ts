import { Router } from 'express';
import { acknowledgementRequest, warningsQuery } from '../../schemas/requests/warning-requests.ts';
import type { actOnCase } from '../cases/act-on-case.ts';
import { overseenCases } from '../cases/case-policy.ts';
import { timePlace } from '../database/list-place.ts';
import { noteForAudit } from '../http/audit-note.ts';
import { seenVersion, versionTag } from '../http/if-match.ts';
import type { Once } from '../http/once.ts';
import type { Paged } from '../http/paged.ts';
import { parseInput } from '../http/parse-input.ts';
import type { readWarnings } from './read-warnings.ts';

export interface WarningRoutesDependencies {
  once: Once;
  paged: Paged;
  actOnCase: ReturnType<typeof actOnCase>;
  readWarnings: ReturnType<typeof readWarnings>;
}

/** /api/v1/warnings: what heads and supervisors see of the cases under a warning, and that they have seen it. */
export function warningRoutes({ once, paged, actOnCase, readWarnings }: WarningRoutesDependencies): Router {
  const router = Router();

  router.get(
    '/',
    paged({ query: warningsQuery, place: timePlace }, async (request, { actor, query }) => {
      const page = await readWarnings.page(actor, query);
      noteForAudit(request, { caseIds: page.warnings.map(({ caseId }) => caseId) });
      return page;
    }),
  );

  router.post(
    '/:caseId/acknowledgement',
    once<{ caseId: string }>(async (request, { actor, change }) => {
      const version = seenVersion(request);
      const input = parseInput(acknowledgementRequest, request.body);
      const command = { name: 'acknowledge-warning' as const, input };
      const { caseId } = request.params;
      const asked = { caseId, version, command, among: overseenCases(actor) };
      const subject = await actOnCase(actor, asked, change);
      return { status: 200, headers: versionTag(subject), body: await readWarnings.show(subject) };
    }),
  );

  return router;
}
