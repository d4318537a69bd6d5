import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { pino } from 'pino';
import { z } from 'zod';
import { caseListQuery } from '../../schemas/requests/case-list-query.ts';
import { registerCaseRequest } from '../../schemas/requests/case-requests.ts';
import { parseInput } from '../../server/http/parse-input.ts';
import { answerOrders } from '../frame/answer-orders.ts';
import { listenOnSparePort } from '../frame/listen-on-spare-port.ts';
import { addDuties, authenticate } from '../http/fastify-duties.ts';
import { REGISTERED, SHOWN_CASE, SHOWN_PAGE, STUB_CASE } from '../http/stub-cases.ts';

const CASES = '/api/v1/cases';
const version = `"${STUB_CASE.version}"`;

/** The same requests with the same duties as Fastify does them: by its hooks, router, parser and logger. */
answerOrders(z.object({}), async () => {
  const loggerInstance: FastifyBaseLogger = pino({ level: 'info', name: 'web' });
  // Its own log has two lines a request; a hook writes one, as the service does.
  const logController = new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' });
  const app = Fastify({ loggerInstance, logController, genReqId: () => randomUUID() });
  addDuties(app);
  addRoutes(app);
  await app.ready();
  return { url: await listenOnSparePort(app.server) };
});

function addRoutes(app: FastifyInstance): void {
  const onRequest = authenticate;
  app.get(`${CASES}/:id`, { onRequest }, async (_request, reply) => {
    reply.header('ETag', version);
    return SHOWN_CASE;
  });
  app.get(CASES, { onRequest }, async (request) => {
    parseInput(caseListQuery, request.query);
    request.caseIds = SHOWN_PAGE.cases.map(({ id }) => id);
    return SHOWN_PAGE;
  });
  app.post(CASES, { onRequest }, async (request, reply) => {
    parseInput(registerCaseRequest, request.body);
    reply.code(201).headers({ ETag: version, Location: `${CASES}/${STUB_CASE.id}` });
    return REGISTERED;
  });
}
