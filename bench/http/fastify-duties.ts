import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Histogram, Registry } from 'prom-client';
import { loginTokenHash } from '../../server/accounts/login-token-hash.ts';
import { type RecordAccess } from '../../server/audit/record-access.ts';
import { Fault, faultText } from '../../server/domain/fault.ts';
import { InvalidFields } from '../../server/domain/invalid-fields.ts';
import { FAULT_STATUS } from '../../server/http/fault-status.ts';
import { SECURITY_HEADERS } from '../../server/http/security-headers.ts';
import { STATUS_TITLES } from '../../server/http/status-titles.ts';
import { checkStubLogin } from './stub-login.ts';

declare module 'fastify' {
  interface FastifyRequest {
    accountId: string | null;
    caseIds: readonly string[];
  }
}

const recordNothing: RecordAccess = async () => undefined;

/** Headers, log, metrics, audit and problems, each on every request. */
export function addDuties(app: FastifyInstance): void {
  const headers = Object.fromEntries(SECURITY_HEADERS);
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [new Registry()],
  });
  app.decorateRequest('accountId', null);
  app.decorateRequest('caseIds');
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('X-Request-Id', request.id);
    done();
  });
  app.addHook('onSend', audit);
  app.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const [path] = request.url.split('?', 1);
    const { statusCode, elapsedTime } = reply;
    request.log.info(
      { req: { method, path }, res: { statusCode }, responseTime: elapsedTime },
      'request completed',
    );
    const route = request.routeOptions.url ?? 'none';
    requests.observe({ method, route, status: statusCode }, elapsedTime / 1000);
    done();
  });
  app.setErrorHandler(answerProblem);
}

/** Only the hash of the token is compared, as the service does it. */
export async function authenticate(request: FastifyRequest): Promise<void> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Fault('login_required');
  const checked = await checkStubLogin(loginTokenHash(token));
  if (checked === null) throw new Fault('login_required');
  request.accountId = checked.account.id;
}

/** No answer goes out before it is recorded. */
async function audit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const [path = ''] = request.url.split('?', 1);
  await recordNothing({
    at: new Date(),
    accountId: request.accountId,
    what: `${request.method} ${path}`,
    about: null,
    caseIds: request.caseIds ?? [],
    outcome: reply.statusCode,
    address: request.ip,
    requestId: request.id,
  });
}

function answerProblem(error: FastifyError | Fault, request: FastifyRequest, reply: FastifyReply): void {
  const fault = error instanceof Fault ? error : new Fault('internal_error');
  const { code, params } = fault;
  const errors = fault instanceof InvalidFields ? { errors: fault.errorsIn('en') } : {};
  void reply
    .code(FAULT_STATUS[code])
    .type('application/problem+json')
    .send({
      type: `urn:heyi:problem:${code}`,
      title: STATUS_TITLES[FAULT_STATUS[code]].en,
      status: FAULT_STATUS[code],
      code,
      detail: faultText(code, 'en', params),
      requestId: request.id,
      ...errors,
    });
}
