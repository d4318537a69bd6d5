/** What can go wrong with a login by a provider of identities. */
export const OIDC_FAULT_TEXTS = {
  oidc_not_set_up: {
    en: 'This service has no login by a provider of identities. Log in with POST /api/v1/sessions; an operator sets the other up with OIDC_ISSUER.',
    zh: '本服务未启用统一身份认证登录。请使用 POST /api/v1/sessions 登录；如需启用，请由运维人员设置 OIDC_ISSUER。',
  },
  oidc_unavailable: {
    en: 'The provider of identities does not answer. Try again later, or log in with your password: POST /api/v1/sessions.',
    zh: '统一身份认证服务没有响应，请稍后重试，或使用密码登录：POST /api/v1/sessions。',
  },
  oidc_login_stale: {
    en: 'This login was not begun in this browser, was begun too long ago, or is over. Begin again: GET /api/v1/sessions/oidc.',
    zh: '该登录不是由本浏览器发起，或已超时、已结束。请重新开始：GET /api/v1/sessions/oidc。',
  },
  oidc_login_refused: {
    en: 'The provider of identities did not say who you are, or its answer does not fit this login ({reason}). Begin again: GET /api/v1/sessions/oidc.',
    zh: '统一身份认证服务未确认您的身份，或其答复与本次登录不符（{reason}）。请重新开始：GET /api/v1/sessions/oidc。',
  },
  oidc_account_unknown: {
    en: 'No account here is {subject} of the provider of identities. Ask an administrator to set it as the oidcIdentity of yours.',
    zh: '没有账号与统一身份认证中的 {subject} 对应。请联系管理员将其填入您账号的 oidcIdentity。',
  },
  oidc_identity_taken: {
    en: 'Another account has this identity already. Take it from that one first.',
    zh: '该身份已属于另一账号，请先清除那个账号的 oidcIdentity。',
  },
} as const;
