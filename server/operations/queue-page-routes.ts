import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Queue } from 'bullmq';
import { type Request, type Response, Router } from 'express';
import helmet from 'helmet';
import { loginRequest } from '../../schemas/requests/staff-requests.ts';
import type { Account } from '../accounts/account-store.ts';
import type { CheckCredentials } from '../accounts/check-credentials.ts';
import { Fault } from '../domain/fault.ts';
import { type AttemptLimit, attempt } from '../http/attempt-limit.ts';
import { noteForAudit } from '../http/audit-note.ts';
import { cookieOf } from '../http/cookie-of.ts';
import { parseInput } from '../http/parse-input.ts';
import type { queuePagePass } from './queue-page-pass.ts';

export interface QueuePageRoutesDependencies {
  queue: Queue;
  checkCredentials: CheckCredentials;
  queuePagePass: ReturnType<typeof queuePagePass>;
  limitLogins: AttemptLimit;
}

export const QUEUE_PAGE = '/admin/queues';
const COOKIE = 'heyi-queues';

/** Its own rules: the page styles itself inline, and asks a foreign host for its type, which it does without. */
const queuePageHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'self'"],
    },
  },
});

/**
 * The queue as it is in Redis, to be looked at by administrators of the instance. Nothing can be changed here: what
 * is sent is decided in the ledger, and a job that is lost comes again by itself.
 */
export function queuePageRoutes(dependencies: QueuePageRoutesDependencies): Router {
  const board = new ExpressAdapter();
  board.setBasePath(QUEUE_PAGE);
  createBullBoard({
    queues: [new BullMQAdapter(dependencies.queue, { readOnlyMode: true })],
    serverAdapter: board,
    options: { uiConfig: { boardTitle: 'Heyi 和议' } },
  });
  const router = Router();
  router.use(queuePageHeaders, async (request, response, next) => {
    if (!['GET', 'HEAD'].includes(request.method)) throw new Fault('route_not_found');
    await requireAdministrator(request, response, dependencies);
    next();
  });
  router.use(board.getRouter());
  return router;
}

/** The browser asks for name and password; a pass in a cookie of this page stands for them from then on. */
async function requireAdministrator(
  request: Request,
  response: Response,
  dependencies: QueuePageRoutesDependencies,
): Promise<void> {
  const { queuePagePass } = dependencies;
  const known = await queuePagePass.holder(cookieOf(request, COOKIE));
  const account = known ?? (await accountOfCredentials(request, response, dependencies));
  if (account.organisationId !== null || !account.roles.includes('administrator')) {
    throw new Fault('not_permitted', { params: { needed: 'administrator (organisationId: null)' } });
  }
  if (account.passwordChangeDue) throw new Fault('password_change_due');
  if (known !== null) return;
  const { pass, lastsMs } = queuePagePass.issue(account);
  response.cookie(COOKIE, pass, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    path: QUEUE_PAGE,
    maxAge: lastsMs,
  });
}

/** Whoever has the right ones is not counted: a client without cookies sends them with every file of the page. */
async function accountOfCredentials(
  request: Request,
  response: Response,
  { checkCredentials, limitLogins }: QueuePageRoutesDependencies,
): Promise<Account> {
  const given = basicCredentials(request);
  response.set('WWW-Authenticate', 'Basic realm="Heyi", charset="UTF-8"');
  if (given === null) throw new Fault('login_required');
  const asked = parseInput(loginRequest, given);
  const limit = [limitLogins, `login/${request.ip}/${asked.username}`, request] as const;
  const account = await attempt([limit], () =>
    checkCredentials(asked, (accountId) => noteForAudit(request, { accountId })),
  ).catch((error: unknown) => {
    // A browser sends the code of last time once more; only at a 401 does it ask for another.
    if (error instanceof Fault && error.code === 'second_factor_wrong') {
      throw new Fault('second_factor_needed');
    }
    throw error;
  });
  response.removeHeader('WWW-Authenticate');
  return account;
}

/** A browser asks for two things only: where there is a second factor, its code follows the name, as `admin/123456`. */
function basicCredentials(request: Request): { username: string; password: string; code?: string } | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(request.get('authorization') ?? '') ?? [];
  if (encoded === undefined) return null;
  const [name = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':');
  const [username = '', code] = name.split('/', 2);
  return { username, password: password.join(':'), ...(code === undefined ? {} : { code }) };
}
