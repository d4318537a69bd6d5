import { Router } from 'express';
import { erasureRequest } from '../../schemas/requests/erasure-requests.ts';
import type { Once } from '../http/once.ts';
import { parseInput } from '../http/parse-input.ts';
import type { eraseCase } from './erase-case.ts';

export interface ErasureRoutesDependencies {
  once: Once;
  eraseCase: ReturnType<typeof eraseCase>;
}

/** /api/v1/cases/{id}/erasure */
export function erasureRoutes({ once, eraseCase }: ErasureRoutesDependencies): Router {
  const router = Router();
  router.post(
    '/:id/erasure',
    once<{ id: string }>(async ({ params, body, log }, { actor }) => {
      const erased = await eraseCase.erase(actor, params.id, parseInput(erasureRequest, body));
      // The log lies outside the database: after a restore it tells of erasures since the list was last kept.
      log.info({ erased }, 'a case was erased');
      return { status: 200, body: erased };
    }),
  );
  return router;
}
