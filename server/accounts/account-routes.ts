import { Router } from 'express';
import { z } from 'zod';
import {
  accountEditRequest,
  accountRequest,
  accountsQuery,
  lockRequest,
  passwordResetRequest,
  setupRequest,
} from '../../schemas/requests/staff-requests.ts';
import type { AttemptLimit } from '../http/attempt-limit.ts';
import { noteForAudit } from '../http/audit-note.ts';
import type { Authenticate } from '../http/authenticate.ts';
import { seenVersion, versionTag } from '../http/if-match.ts';
import type { Once } from '../http/once.ts';
import type { Paged } from '../http/paged.ts';
import { parseInput } from '../http/parse-input.ts';
import { accountView } from './account-view.ts';
import type { administerAccount } from './administer-account.ts';
import type { createAccount } from './create-account.ts';
import type { createFirstAdministrator } from './create-first-administrator.ts';
import type { readAccounts } from './read-accounts.ts';

export interface AccountRoutesDependencies {
  authenticate: Authenticate;
  once: Once;
  paged: Paged;
  isSetupOpen: () => Promise<boolean>;
  createFirstAdministrator: ReturnType<typeof createFirstAdministrator>;
  createAccount: ReturnType<typeof createAccount>;
  readAccounts: ReturnType<typeof readAccounts>;
  administerAccount: ReturnType<typeof administerAccount>;
  limitLogins: AttemptLimit;
}

/** /api/v1/setup, and what administrators do under /api/v1/accounts */
export function accountRoutes(dependencies: AccountRoutesDependencies): Router {
  const { authenticate, once, paged, isSetupOpen, createFirstAdministrator, limitLogins } = dependencies;
  const { createAccount, readAccounts, administerAccount } = dependencies;
  const router = Router();

  router.get('/setup', async (_request, response) => {
    response.json({ open: await isSetupOpen() });
  });

  router.post('/setup', async (request, response) => {
    await limitLogins(`setup/${request.ip}`, request);
    const account = await createFirstAdministrator(parseInput(setupRequest, request.body));
    noteForAudit(request, { accountId: account.id });
    response.status(201).json(accountView(account));
  });

  router.get(
    '/accounts',
    paged({ query: accountsQuery, place: z.string() }, (_request, { actor, query }) =>
      readAccounts.page(actor, query),
    ),
  );

  router.post(
    '/accounts',
    once(async ({ body }, { actor, change }) => {
      const account = await createAccount(actor, parseInput(accountRequest, body), change);
      const headers = { Location: `/api/v1/accounts/${account.id}` };
      return { status: 201, headers, body: accountView(account) };
    }),
  );

  router.get('/accounts/:id', async (request, response) => {
    const actor = await authenticate(request);
    const account = accountView(await readAccounts.administered(actor, request.params.id));
    response.set(versionTag(account)).json(account);
  });

  router.patch('/accounts/:id', async (request, response) => {
    const actor = await authenticate(request);
    const seen = { id: request.params.id, version: seenVersion(request) };
    const changes = parseInput(accountEditRequest, request.body);
    const account = accountView(await administerAccount.edit(actor, seen, changes));
    response.set(versionTag(account)).json(account);
  });

  router.post(
    '/accounts/:id/lock',
    once<{ id: string }>(async ({ params, body }, { actor }) => {
      const { reason } = parseInput(lockRequest, body);
      return { status: 200, body: accountView(await administerAccount.lock(actor, params.id, reason)) };
    }),
  );

  router.delete('/accounts/:id/lock', async (request, response) => {
    const actor = await authenticate(request);
    response.json(accountView(await administerAccount.unlock(actor, request.params.id)));
  });

  router.post(
    '/accounts/:id/password',
    once<{ id: string }>(async ({ params, body }, { actor }) => {
      const { password } = parseInput(passwordResetRequest, body);
      const account = await administerAccount.resetPassword(actor, params.id, password);
      return { status: 200, body: accountView(account) };
    }),
  );

  router.delete('/accounts/:id/totp', async (request, response) => {
    await administerAccount.removeSecondFactor(await authenticate(request), request.params.id);
    response.status(204).end();
  });

  router.delete('/accounts/:id/sessions', async (request, response) => {
    await administerAccount.endLogins(await authenticate(request), request.params.id);
    response.status(204).end();
  });

  return router;
}
