import type { Account } from '../../server/accounts/account-store.ts';
import { checkLogin } from '../../server/accounts/check-login.ts';
import type { Login } from '../../server/accounts/login-store.ts';
import { loginTokenHash } from '../../server/accounts/login-token-hash.ts';
import type { Actor } from '../../server/domain/staff.ts';

const LONG_AGO = new Date('2026-01-01T00:00:00Z');
const NEVER = new Date('9999-12-31T00:00:00Z');

export const STUB_TOKEN = 'a-token-of-43-characters-as-base64url-has-it';

const account: Account = {
  id: '5b1f6a44-0b0f-4d3c-9d0b-0c6a3d2e7f10',
  username: 'mediator',
  displayName: '李调解员',
  email: null,
  deadAddress: null,
  dailyDigest: false,
  organisationId: 'centre',
  roles: ['mediator'],
  passwordHash: '',
  passwordChangeDue: false,
  lock: null,
  totp: null,
  oidcIdentity: null,
  barredCaseIds: [],
  openedCases: [],
  createdAt: LONG_AGO,
};
const login: Login = {
  tokenHash: loginTokenHash(STUB_TOKEN),
  loginId: 'login',
  accountId: account.id,
  createdAt: LONG_AGO,
  lastUsedAt: NEVER,
  expiresAt: NEVER,
  secondFactorDue: false,
};

export const STUB_ACTOR: Actor = {
  accountId: account.id,
  organisationId: account.organisationId,
  roles: account.roles,
};

/** The check of a login as the service makes it, but that login and account come from memory. */
export const checkStubLogin = checkLogin({
  logins: {
    find: async (tokenHash) => (tokenHash === login.tokenHash ? login : null),
    touch: async () => undefined,
  },
  accounts: { findById: async (id) => (id === account.id ? account : null) },
  now: () => new Date(),
});
