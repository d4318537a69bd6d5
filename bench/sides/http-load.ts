import { z } from 'zod';
import { answerOrders } from '../frame/answer-orders.ts';
import { inFlight } from '../frame/in-flight.ts';
import { httpRequest, send } from '../frame/send-request.ts';

const order = z.object({ url: z.string(), concurrency: z.number(), requests: z.array(httpRequest) });

/**
 * Loads an HTTP server: POSTs over connections that are kept, each answer read to its end and its status checked.
 * A load generator of its own, since each request names another case in its own version.
 */
answerOrders(order, async ({ url, concurrency, requests }) => {
  let firstAnswer = '';
  const begun = performance.now();
  await inFlight(requests, concurrency, async (one) => {
    const answer = await send(url, one);
    if (one === requests[0]) firstAnswer = answer;
  });
  return { ms: performance.now() - begun, firstAnswer };
});
