import { hash, verify } from '@node-rs/argon2';
import type { PasswordChangeRequest } from '../../schemas/requests/staff-requests.ts';
import { Fault } from '../domain/fault.ts';
import type { AccountStore } from './account-store.ts';
import type { CheckedLogin } from './check-login.ts';
import type { LoginStore } from './login-store.ts';
import { checkPassword } from './password-rules.ts';

export interface ChangePasswordDependencies {
  accounts: AccountStore;
  logins: LoginStore;
}

/**
 * Somebody chooses a password of their own; their other logins end.
 * @throws Fault `password_wrong`, `password_unchanged`, `password_weak`
 */
export function changePassword({ accounts, logins }: ChangePasswordDependencies) {
  return async (
    { account, login }: Pick<CheckedLogin, 'account' | 'login'>,
    { oldPassword, newPassword }: PasswordChangeRequest,
  ): Promise<void> => {
    if (!(await verify(account.passwordHash, oldPassword))) throw wrong();
    if (oldPassword === newPassword) throw new Fault('password_unchanged', { pointer: '/newPassword' });
    checkPassword(newPassword, [account.username, account.displayName], '/newPassword');
    const next = { passwordHash: await hash(newPassword), passwordChangeDue: false };
    if (!(await accounts.setPassword(account, next))) throw wrong();
    await logins.endAll(account.id, { but: [login.loginId] });
  };
}

const wrong = () => new Fault('password_wrong', { pointer: '/oldPassword' });
