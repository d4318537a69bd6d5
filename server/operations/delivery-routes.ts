import { Router } from 'express';
import {
  type CaseDeliveriesQuery,
  caseDeliveriesQuery,
  deliveryListQuery,
  deliveryResolveRequest,
  deliveryRetryRequest,
} from '../../schemas/requests/delivery-requests.ts';
import { type TimePlace, timePlace } from '../database/list-place.ts';
import { noteForAudit } from '../http/audit-note.ts';
import type { Once } from '../http/once.ts';
import type { Paged } from '../http/paged.ts';
import { parseInput } from '../http/parse-input.ts';
import type { decideDelivery } from './decide-delivery.ts';
import { type readDeliveries, rightOf } from './read-deliveries.ts';

export interface DeliveryRoutesDependencies {
  once: Once;
  paged: Paged;
  readDeliveries: ReturnType<typeof readDeliveries>;
  decideDelivery: ReturnType<typeof decideDelivery>;
}

/** /api/v1/deliveries, and /api/v1/cases/{id}/deliveries */
export function deliveryRoutes(dependencies: DeliveryRoutesDependencies): Router {
  const { once, paged, readDeliveries, decideDelivery } = dependencies;
  const router = Router();

  router.get(
    '/deliveries',
    paged({ query: deliveryListQuery, place: timePlace }, async (request, { actor, query }) => {
      const page = await readDeliveries.page(actor, query);
      noteForAudit(request, { caseIds: page.deliveries.map(({ caseId }) => caseId) });
      return page;
    }),
  );

  router.post(
    '/deliveries/:id/retry',
    once<{ id: string }>(async (request, { actor, change }) => {
      const { params, body } = request;
      const asked = parseInput(deliveryRetryRequest, body);
      const delivery = await decideDelivery.retry(actor, { id: params.id, request: asked, change });
      noteForAudit(request, { caseIds: [delivery.caseId] });
      return { status: 200, body: await readDeliveries.show(rightOf(actor), delivery) };
    }),
  );

  router.post(
    '/deliveries/:id/resolve',
    once<{ id: string }>(async (request, { actor, change }) => {
      const { params, body } = request;
      const asked = parseInput(deliveryResolveRequest, body);
      const delivery = await decideDelivery.resolve(actor, { id: params.id, request: asked, change });
      noteForAudit(request, { caseIds: [delivery.caseId] });
      return { status: 200, body: await readDeliveries.show(rightOf(actor), delivery) };
    }),
  );

  router.get(
    '/cases/:id/deliveries',
    paged<CaseDeliveriesQuery, TimePlace, { id: string }>(
      { query: caseDeliveriesQuery, place: timePlace },
      ({ params }, { actor, query }) => readDeliveries.ofCase(actor, params.id, query),
    ),
  );

  return router;
}
