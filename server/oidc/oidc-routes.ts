import { type CookieOptions, type Request, type Response, Router } from 'express';
import { oidcLoginRequest } from '../../schemas/requests/staff-requests.ts';
import { accountView } from '../accounts/account-view.ts';
import { type AttemptLimit, attempt } from '../http/attempt-limit.ts';
import { noteForAudit } from '../http/audit-note.ts';
import { cookieOf } from '../http/cookie-of.ts';
import { parseInput } from '../http/parse-input.ts';
import { BEGUN_FOR_MS, KNOWN_FOR_MS, type logInByOidc } from './log-in-by-oidc.ts';
import { CALLBACK, type OidcSettings } from './oidc-settings.ts';

export interface OidcRoutesDependencies {
  oidc: OidcSettings | null;
  logInByOidc: ReturnType<typeof logInByOidc>;
  limitLogins: AttemptLimit;
}

const BEGUN = 'heyi-oidc-begun';
const KNOWN = 'heyi-oidc-known';

/** /api/v1/sessions/oidc: no token is ever in an address or on a page; the browser keeps tickets until it asks for one. */
export function oidcRoutes({ oidc, logInByOidc, limitLogins }: OidcRoutesDependencies): Router {
  const router = Router();
  const limitOf = (request: Request) => [limitLogins, `oidc/${request.ip}`, request] as const;
  const whose = (request: Request) => (accountId: string) => noteForAudit(request, { accountId });

  router.get('/sessions/oidc', async (_request, response) => {
    const { url, ticket } = await logInByOidc.begin();
    // The provider sends the browser back from another site, to which a strict cookie would not be given.
    response.cookie(BEGUN, ticket, { ...cookieOptions(oidc), sameSite: 'lax', maxAge: BEGUN_FOR_MS });
    redirect(response, url.href);
  });

  router.get('/sessions/oidc/callback', async (request, response) => {
    response.clearCookie(BEGUN, { ...cookieOptions(oidc), sameSite: 'lax' });
    const given = { ticket: cookieOf(request, BEGUN), query: queryOf(request) };
    const { ticket, needsCode } = await attempt([limitOf(request)], () =>
      logInByOidc.answer(given, whose(request)),
    );
    response.cookie(KNOWN, ticket, { ...cookieOptions(oidc), sameSite: 'strict', maxAge: KNOWN_FOR_MS });
    if (oidc?.returnUrl != null) redirect(response, oidc.returnUrl);
    else response.json({ next: 'POST /api/v1/sessions/oidc', needsCode });
  });

  router.post('/sessions/oidc', async (request, response) => {
    const { code } = parseInput(oidcLoginRequest, request.body);
    const given = { ticket: cookieOf(request, KNOWN), code };
    const { account, ...opened } = await attempt([limitOf(request)], () =>
      logInByOidc.open(given, whose(request)),
    );
    response.clearCookie(KNOWN, { ...cookieOptions(oidc), sameSite: 'strict' });
    response.status(201).json({ ...opened, account: accountView(account) });
  });

  return router;
}

/** For these routes alone, and never over an open line where people reach the service over a closed one. */
function cookieOptions(oidc: OidcSettings | null): CookieOptions {
  const { protocol, pathname } = new URL(oidc?.redirectUri ?? `http://localhost${CALLBACK}`);
  return { httpOnly: true, secure: protocol === 'https:', path: pathname.replace(/\/callback$/, '') };
}

function redirect(response: Response, url: string): void {
  response.redirect(303, url);
}

/** As it was sent: the answer is checked as a whole. */
function queryOf({ originalUrl }: Request): URLSearchParams {
  return new URLSearchParams(originalUrl.split('?').slice(1).join('?'));
}
