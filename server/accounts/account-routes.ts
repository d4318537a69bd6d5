import { Router } from 'express';
import {
  accountRequest,
  loginRequest,
  ownAccountRequest,
  setupRequest,
} from '../../schemas/requests/staff-requests.ts';
import { Fault } from '../domain/fault.ts';
import type { AttemptLimit } from '../http/attempt-limit.ts';
import { type Authenticate, bearerToken } from '../http/authenticate.ts';
import type { Once } from '../http/once.ts';
import { parseInput } from '../http/parse-input.ts';
import type { Account, AccountStore } from './account-store.ts';
import type { createAccount } from './create-account.ts';
import type { createFirstAdministrator } from './create-first-administrator.ts';
import { loginTokenHash, type openLogin } from './open-login.ts';

export interface AccountRoutesDependencies {
  authenticate: Authenticate;
  once: Once;
  accounts: AccountStore;
  isSetupOpen: () => Promise<boolean>;
  createFirstAdministrator: ReturnType<typeof createFirstAdministrator>;
  createAccount: ReturnType<typeof createAccount>;
  openLogin: ReturnType<typeof openLogin>;
  limitLogins: AttemptLimit;
}

/** /api/v1/setup, /api/v1/sessions, /api/v1/accounts */
export function accountRoutes(dependencies: AccountRoutesDependencies): Router {
  const { authenticate, once, accounts, isSetupOpen, createFirstAdministrator } = dependencies;
  const { createAccount, openLogin, limitLogins } = dependencies;
  const router = Router();

  async function shownAccount(id: string) {
    const account = await accounts.findById(id);
    if (account === null) throw new Fault('account_not_found');
    return accountView(account);
  }

  router.get('/setup', async (_request, response) => {
    response.json({ open: await isSetupOpen() });
  });

  router.post('/setup', async (request, response) => {
    await limitLogins(`setup/${request.ip}`);
    response
      .status(201)
      .json(accountView(await createFirstAdministrator(parseInput(setupRequest, request.body))));
  });

  router.post('/sessions', async (request, response) => {
    const { username, password } = parseInput(loginRequest, request.body);
    // By address and name together: nobody can lock somebody else out from elsewhere.
    await limitLogins(`login/${request.ip}/${username}`);
    const { token, expiresAt, account } = await openLogin({ username, password });
    response.status(201).json({ token, expiresAt, account: accountView(account) });
  });

  router.delete('/sessions/current', async (request, response) => {
    await accounts.deleteLogin(loginTokenHash(bearerToken(request)));
    response.status(204).end();
  });

  router.get('/accounts', async (request, response) => {
    const { roles, organisationId } = await authenticate(request);
    const everywhere = roles.includes('administrator') && organisationId === null;
    const found = await accounts.inOrganisations(
      everywhere ? null : organisationId === null ? [] : [organisationId],
    );
    response.json({ accounts: found.map(accountView) });
  });

  router.get('/accounts/current', async (request, response) => {
    response.json(await shownAccount((await authenticate(request)).accountId));
  });

  router.patch('/accounts/current', async (request, response) => {
    const { accountId } = await authenticate(request);
    const { dailyDigest } = parseInput(ownAccountRequest, request.body);
    await accounts.setDailyDigest(accountId, dailyDigest);
    response.json(await shownAccount(accountId));
  });

  router.post(
    '/accounts',
    once(async ({ body }, { actor, change }) => ({
      status: 201,
      body: accountView(await createAccount(actor, parseInput(accountRequest, body), change)),
    })),
  );

  return router;
}

function accountView({ passwordHash, createdAt, ...shown }: Account) {
  return shown;
}
