import { Router } from 'express';
import {
  deliveryListQuery,
  deliveryResolveRequest,
  deliveryRetryRequest,
} from '../../schemas/requests/delivery-requests.ts';
import type { Authenticate } from '../http/authenticate.ts';
import { parseInput } from '../http/parse-input.ts';
import type { decideDelivery } from './decide-delivery.ts';
import { type readDeliveries, rightOf } from './read-deliveries.ts';

export interface DeliveryRoutesDependencies {
  authenticate: Authenticate;
  readDeliveries: ReturnType<typeof readDeliveries>;
  decideDelivery: ReturnType<typeof decideDelivery>;
}

/** /api/v1/deliveries, and /api/v1/cases/{id}/deliveries */
export function deliveryRoutes(dependencies: DeliveryRoutesDependencies): Router {
  const { authenticate, readDeliveries, decideDelivery } = dependencies;
  const router = Router();

  router.get('/deliveries', async (request, response) => {
    const actor = await authenticate(request);
    response.json(await readDeliveries.page(actor, parseInput(deliveryListQuery, request.query)));
  });

  router.post('/deliveries/:id/retry', async (request, response) => {
    const actor = await authenticate(request);
    const asked = parseInput(deliveryRetryRequest, request.body);
    const delivery = await decideDelivery.retry(actor, request.params.id, asked);
    response.json(readDeliveries.show(rightOf(actor), delivery));
  });

  router.post('/deliveries/:id/resolve', async (request, response) => {
    const actor = await authenticate(request);
    const asked = parseInput(deliveryResolveRequest, request.body);
    const delivery = await decideDelivery.resolve(actor, request.params.id, asked);
    response.json(readDeliveries.show(rightOf(actor), delivery));
  });

  router.get('/cases/:id/deliveries', async (request, response) => {
    const actor = await authenticate(request);
    response.json(await readDeliveries.ofCase(actor, request.params.id));
  });

  return router;
}
