import { type Request, Router } from 'express';
import {
  loginRequest,
  ownAccountRequest,
  passwordChangeRequest,
  totpConfirmationRequest,
  totpEnrolmentRequest,
  totpRemovalRequest,
} from '../../schemas/requests/staff-requests.ts';
import { Fault } from '../domain/fault.ts';
import { type AttemptLimit, attempt } from '../http/attempt-limit.ts';
import { noteForAudit } from '../http/audit-note.ts';
import type { Identify } from '../http/authenticate.ts';
import { parseInput } from '../http/parse-input.ts';
import type { AccountStore } from './account-store.ts';
import { accountView, loginView } from './account-view.ts';
import type { changePassword } from './change-password.ts';
import type { CheckedLogin, LoginStanding } from './check-login.ts';
import type { LoginStore } from './login-store.ts';
import type { OpenLogin } from './open-login.ts';
import type { secondFactor } from './second-factor.ts';

export interface LoginRoutesDependencies {
  identify: Identify;
  accounts: AccountStore;
  logins: LoginStore;
  openLogin: OpenLogin;
  changePassword: ReturnType<typeof changePassword>;
  secondFactor: ReturnType<typeof secondFactor>;
  limitLogins: AttemptLimit;
}

const WHATEVER_IS_DUE: readonly LoginStanding[] = ['password-change-due', 'second-factor-due'];

/** /api/v1/sessions, and what people do with the account that is theirs: /api/v1/accounts/current */
export function loginRoutes(dependencies: LoginRoutesDependencies): Router {
  const { identify, accounts, logins, openLogin, changePassword, secondFactor, limitLogins } = dependencies;
  const router = Router();

  /** Whoever holds a token only must not find out the password or the code by trying. */
  function guarded<Result>({ account }: CheckedLogin, request: Request, work: () => Promise<Result>) {
    return attempt([[limitLogins, `own/${account.id}`, request]], work);
  }
  const own = (request: Request) => identify(request, WHATEVER_IS_DUE);

  router.post('/sessions', async (request, response) => {
    const asked = parseInput(loginRequest, request.body);
    // By address and name together: nobody can lock somebody else out from elsewhere.
    const limit = [limitLogins, `login/${request.ip}/${asked.username}`, request] as const;
    const { account, ...opened } = await attempt([limit], () =>
      openLogin(asked, (accountId) => noteForAudit(request, { accountId })),
    );
    response.status(201).json({ ...opened, account: accountView(account) });
  });

  router.get('/sessions', async (request, response) => {
    const { account, login } = await identify(request, []);
    const found = await logins.ofAccount(account.id);
    response.json({ sessions: found.map((one) => loginView(one, login)) });
  });

  router.delete('/sessions', async (request, response) => {
    await logins.endAll((await own(request)).account.id);
    response.status(204).end();
  });

  router.delete('/sessions/:id', async (request, response) => {
    const { account, login } = await own(request);
    const { id } = request.params;
    const ended = await logins.end(account.id, id === 'current' ? login.loginId : id);
    if (!ended) throw new Fault('session_not_found');
    response.status(204).end();
  });

  router.get('/accounts/current', async (request, response) => {
    const { account, standing } = await own(request);
    response.json({ ...accountView(account), standing });
  });

  router.patch('/accounts/current', async (request, response) => {
    const { account } = await identify(request, []);
    const { dailyDigest } = parseInput(ownAccountRequest, request.body);
    await accounts.setDailyDigest(account.id, dailyDigest);
    response.json(accountView({ ...account, dailyDigest }));
  });

  router.post('/accounts/current/password', async (request, response) => {
    const checked = await own(request);
    const asked = parseInput(passwordChangeRequest, request.body);
    await guarded(checked, request, () => changePassword(checked, asked));
    response.status(204).end();
  });

  router.post('/accounts/current/totp', async (request, response) => {
    const { account } = await identify(request, ['second-factor-due']);
    parseInput(totpEnrolmentRequest, request.body);
    response.status(201).json(await secondFactor.enrol(account));
  });

  router.post('/accounts/current/totp/confirmation', async (request, response) => {
    const checked = await identify(request, ['second-factor-due']);
    const { code } = parseInput(totpConfirmationRequest, request.body);
    const recoveryCodes = await guarded(checked, request, () => secondFactor.confirm(checked.account, code));
    response.status(201).json({ recoveryCodes });
  });

  router.post('/accounts/current/totp/removal', async (request, response) => {
    const checked = await identify(request, []);
    const asked = parseInput(totpRemovalRequest, request.body);
    await guarded(checked, request, () => secondFactor.giveUp(checked.account, asked));
    response.status(204).end();
  });

  return router;
}
