import { Router } from 'express';
import { Fault } from '../domain/fault.ts';
import { mayReadMetrics } from './may-read-metrics.ts';
import type { WebMetrics } from './web-metrics.ts';

export interface MetricsRoutesDependencies {
  metrics: WebMetrics;
  /** Undefined: there is no /metrics. */
  metricsToken: string | undefined;
}

/**
 * /metrics, for the one who has the token. That a request comes from this machine opens nothing: behind a reverse
 * proxy on the same machine every request does.
 */
export function metricsRoutes({ metrics, metricsToken }: MetricsRoutesDependencies): Router {
  const router = Router();
  router.get('/metrics', async (request, response) => {
    if (metricsToken === undefined) throw new Fault('route_not_found');
    if (!mayReadMetrics(request.get('authorization'), metricsToken)) throw new Fault('metrics_token_wrong');
    response.type(metrics.contentType).send(await metrics.text());
  });
  return router;
}
