import { Router } from 'express';
import { type DisclosureRequest, disclosureRequest } from '../../schemas/requests/disclosure-requests.ts';
import { versionTag } from '../http/if-match.ts';
import type { Once } from '../http/once.ts';
import { parseInput } from '../http/parse-input.ts';
import type { discloseNumbers } from './disclose-numbers.ts';

export interface DisclosureRoutesDependencies {
  once: Once;
  discloseNumbers: ReturnType<typeof discloseNumbers>;
}

/** /api/v1/cases/{id}/disclosures */
export function disclosureRoutes({ once, discloseNumbers }: DisclosureRoutesDependencies): Router {
  const router = Router();
  router.post(
    '/:id/disclosures',
    once<{ id: string }>(async ({ params, body }, { actor, change }) => {
      const request = parseInput(disclosureRequest, body);
      const { subject, numbers } = await discloseNumbers(actor, { caseId: params.id, request }, change);
      return {
        status: 200,
        headers: versionTag(subject),
        body: { caseId: subject.id, workerId: request.workerId, ...helperOf(request), ...numbers },
      };
    }),
  );
  return router;
}

function helperOf({ helperId }: DisclosureRequest): { helperId?: string } {
  return helperId === null ? {} : { helperId };
}
