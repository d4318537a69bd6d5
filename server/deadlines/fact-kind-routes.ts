import { Router } from 'express';
import { FACT_KINDS } from './fact-kinds.ts';

/** What can be told of a dispute by `record-fact`, and what each does to the clock: open, since it is of no case. */
export function factKindRoutes(): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json({ factKinds: FACT_KINDS });
  });
  return router;
}
