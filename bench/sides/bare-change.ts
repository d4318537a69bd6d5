import { createServer } from 'node:http';
import { answerOrders } from '../frame/answer-orders.ts';
import { listenOnSparePort } from '../frame/listen-on-spare-port.ts';
import { readJson } from '../frame/read-json.ts';
import { session, sessionStart, sessionUpdate } from './session-update.ts';

const sessionBody = session.pick({ heldOn: true, record: true });

/** The least that could record a session over HTTP: node:http and the conditional update; nobody is asked who asks. */
answerOrders(sessionStart, async (start) => {
  const update = await sessionUpdate(start);
  const server = createServer((request, response) => {
    void (async () => {
      const id = request.url?.split('/')[4] ?? '';
      const version = Number(request.headers['if-match']?.replaceAll('"', ''));
      await update({ id, version, ...sessionBody.parse(await readJson(request)) });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id, version: version + 1, state: 'in-mediation' }));
    })().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return { url: await listenOnSparePort(server) };
});
