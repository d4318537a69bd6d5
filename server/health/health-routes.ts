import { Router } from 'express';
import type { checkReadiness } from './check-readiness.ts';

/** /healthz: this process answers. /readyz: everything behind it answers too, each part named. */
export function healthRoutes(readiness: ReturnType<typeof checkReadiness>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  router.get('/readyz', async (_request, response) => {
    const { ready, parts } = await readiness();
    response.status(ready ? 200 : 503).json({ ready, ...parts });
  });
  return router;
}
