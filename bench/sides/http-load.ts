import { Agent, request } from 'node:http';
import { z } from 'zod';
import { answerOrders } from '../frame/answer-orders.ts';
import { inFlight } from '../frame/in-flight.ts';

const httpRequest = z.object({
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export type HttpRequest = z.infer<typeof httpRequest>;

const order = z.object({ url: z.string(), concurrency: z.number(), requests: z.array(httpRequest) });

/**
 * Loads an HTTP server: POSTs over connections that are kept, each answer read to its end and its status checked.
 * A load generator of its own, since each request names another case in its own version.
 */
const agent = new Agent({ keepAlive: true });

function send(url: string, { path, headers, body }: HttpRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const length = String(Buffer.byteLength(body));
    const sent = request(
      new URL(path, url),
      {
        method: 'POST',
        agent,
        headers: { ...headers, 'content-type': 'application/json', 'content-length': length },
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (answer += chunk));
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === 200) resolve(answer);
          else reject(new Error(`${path} was answered with ${response.statusCode}: ${answer}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

answerOrders(order, async ({ url, concurrency, requests }) => {
  let firstAnswer = '';
  const begun = performance.now();
  await inFlight(requests, concurrency, async (one) => {
    const answer = await send(url, one);
    if (one === requests[0]) firstAnswer = answer;
  });
  return { ms: performance.now() - begun, firstAnswer };
});
