import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { answerOrders } from '../frame/answer-orders.ts';
import { listenOnSparePort } from '../frame/listen-on-spare-port.ts';
import { REGISTERED, SHOWN_CASE, SHOWN_PAGE, STUB_CASE } from '../http/stub-cases.ts';

/** `refusal`: what every body is answered with, since nothing is validated here; without it bodies are taken. */
const order = z.object({ refusal: z.unknown().optional() });

/** The least that could answer these requests: route, JSON in, JSON out. Nobody is asked who asks, or checked. */
answerOrders(order, async ({ refusal }) => {
  const server = createServer((request, response) => {
    const { method, url = '' } = request;
    const [path] = url.split('?', 1);
    if (path === '/api/v1/cases' && method === 'POST') {
      onJson(request, () => {
        if (refusal === undefined) answer(response, 201, REGISTERED);
        else answer(response, 422, refusal);
      });
    } else if (path === '/api/v1/cases') answer(response, 200, SHOWN_PAGE);
    else if (path === `/api/v1/cases/${STUB_CASE.id}`) answer(response, 200, SHOWN_CASE);
    else answer(response, 404, {});
  });
  return { url: await listenOnSparePort(server) };
});

function onJson(request: IncomingMessage, use: (body: unknown) => void): void {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (text += chunk));
  request.on('end', () => use(JSON.parse(text)));
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  const length = Buffer.byteLength(text);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': length }).end(text);
}
