import type { LoginRequest } from '../../schemas/requests/staff-requests.ts';
import type { CheckCredentials } from './check-credentials.ts';
import type { NewLogin, OpenedLogin } from './new-login.ts';

export interface OpenLoginDependencies {
  checkCredentials: CheckCredentials;
  newLogin: NewLogin;
}

/** `whose` is told the account that a login is tried for, also where it is refused. */
export type OpenLogin = (
  request: LoginRequest,
  whose: (accountId: string | null) => void,
) => Promise<OpenedLogin>;

/**
 * Checks name, password and second factor and opens a login.
 * @throws Fault as the check of the credentials does
 */
export function openLogin({ checkCredentials, newLogin }: OpenLoginDependencies): OpenLogin {
  return async (request, whose) => newLogin(await checkCredentials(request, whose));
}
