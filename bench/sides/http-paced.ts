import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { answerOrders } from '../frame/answer-orders.ts';
import { httpRequest, send } from '../frame/send-request.ts';

const order = z.object({
  url: z.string(),
  perSecond: z.number(),
  seconds: z.number(),
  requests: z.array(httpRequest).min(1),
});

/**
 * Loads an HTTP server at a pace of its own, whether or not the answers keep up. A request's time runs from the
 * moment at which it was to be sent, so that a server that stands still counts for all who would have come.
 */
answerOrders(order, async ({ url, perSecond, seconds, requests }) => {
  const begun = performance.now();
  const underWay: Promise<number>[] = [];
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const dueAt = begun + (number * 1000) / perSecond;
    const waitMs = dueAt - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    const request = requests[number % requests.length];
    if (request === undefined) break;
    underWay.push(send(url, request).then(() => performance.now() - dueAt));
  }
  return { times: await Promise.all(underWay) };
});
