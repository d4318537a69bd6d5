import { Router } from 'express';
import { webhookRequest } from '../../schemas/requests/webhook-requests.ts';
import type { Authenticate } from '../http/authenticate.ts';
import { parseInput } from '../http/parse-input.ts';
import type { webhookSettings } from './webhook-settings.ts';

export interface WebhookRoutesDependencies {
  authenticate: Authenticate;
  webhookSettings: ReturnType<typeof webhookSettings>;
}

/** /api/v1/organisations/:id/webhook */
export function webhookRoutes({ authenticate, webhookSettings }: WebhookRoutesDependencies): Router {
  const router = Router();

  router.get('/:id/webhook', async (request, response) => {
    const actor = await authenticate(request);
    response.json(await webhookSettings.show(actor, request.params.id));
  });

  router.put('/:id/webhook', async (request, response) => {
    const actor = await authenticate(request);
    const asked = parseInput(webhookRequest, request.body);
    response.json(await webhookSettings.set(actor, request.params.id, asked));
  });

  router.delete('/:id/webhook', async (request, response) => {
    await webhookSettings.remove(await authenticate(request), request.params.id);
    response.status(204).end();
  });

  return router;
}
