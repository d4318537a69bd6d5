import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Queue } from 'bullmq';
import { type Request, type Response, Router } from 'express';
import helmet from 'helmet';
import { loginRequest } from '../../schemas/requests/staff-requests.ts';
import type { checkLogin } from '../accounts/check-login.ts';
import { loginTokenHash, type OpenedLogin, type OpenLogin } from '../accounts/open-login.ts';
import { Fault } from '../domain/fault.ts';
import type { AttemptLimit } from '../http/attempt-limit.ts';
import { noteForAudit } from '../http/audit-note.ts';
import { parseInput } from '../http/parse-input.ts';

export interface QueuePageRoutesDependencies {
  queue: Queue;
  checkLogin: ReturnType<typeof checkLogin>;
  openLogin: OpenLogin;
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

/** The browser asks for name and password once; a login in a cookie of this page stands for them from then on. */
async function requireAdministrator(
  request: Request,
  response: Response,
  { checkLogin, openLogin, limitLogins }: QueuePageRoutesDependencies,
): Promise<void> {
  const known = cookieOf(request);
  let login: Pick<OpenedLogin, 'account' | 'standing'> | null =
    known === null ? null : await checkLogin(loginTokenHash(known));
  if (login === null) {
    const given = basicCredentials(request);
    response.set('WWW-Authenticate', 'Basic realm="Heyi", charset="UTF-8"');
    if (given === null) throw new Fault('login_required');
    const asked = parseInput(loginRequest, given);
    await limitLogins(`login/${request.ip}/${asked.username}`, request);
    const opened = await openLogin(asked, (accountId) => noteForAudit(request, { accountId }));
    login = opened;
    response.removeHeader('WWW-Authenticate');
    response.cookie(COOKIE, opened.token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: request.secure,
      path: QUEUE_PAGE,
      expires: opened.expiresAt,
    });
  }
  if (login.standing !== 'full') throw new Fault('password_change_due');
  const { account } = login;
  if (account.organisationId !== null || !account.roles.includes('administrator')) {
    throw new Fault('not_permitted', { params: { needed: 'administrator (organisationId: null)' } });
  }
}

function cookieOf(request: Request): string | null {
  const cookies = (request.get('cookie') ?? '').split(/;\s*/);
  const own = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`));
  return own?.slice(COOKIE.length + 1) ?? null;
}

/** A browser asks for two things only: where there is a second factor, its code follows the name, as `admin/123456`. */
function basicCredentials(request: Request): { username: string; password: string; code?: string } | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(request.get('authorization') ?? '') ?? [];
  if (encoded === undefined) return null;
  const [name = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':');
  const [username = '', code] = name.split('/', 2);
  return { username, password: password.join(':'), ...(code === undefined ? {} : { code }) };
}
