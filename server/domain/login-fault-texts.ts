/** What can go wrong with a login, a password or a second factor. */
export const LOGIN_FAULT_TEXTS = {
  login_required: {
    en: 'Log in first: POST /api/v1/sessions, then send the token as Authorization: Bearer.',
    zh: '请先登录：POST /api/v1/sessions，然后以 Authorization: Bearer 发送令牌。',
  },
  login_failed: {
    en: 'The user name or the password is wrong.',
    zh: '用户名或密码错误。',
  },
  account_locked: {
    en: 'This account is locked. Ask an administrator to unlock it.',
    zh: '该账号已被锁定，请联系管理员解锁。',
  },
  second_factor_needed: {
    en: 'This account has a second factor. Send the six digits of your authenticator, or a recovery code, as code.',
    zh: '该账号已启用双重验证，请在 code 中填写身份验证器的六位数字或恢复码。',
  },
  second_factor_wrong: {
    en: 'The code is wrong, or was used before. Wait for the next six digits and send those.',
    zh: '验证码错误或已使用过，请等待下一组六位数字后重试。',
  },
  second_factor_due: {
    en: 'Your organisation asks for a second factor first: POST /api/v1/accounts/current/totp, then confirm it with a code.',
    zh: '您所在组织要求先启用双重验证：请 POST /api/v1/accounts/current/totp，再用验证码确认。',
  },
  second_factor_enrolled: {
    en: 'This account has a second factor already. Give it up first: POST /api/v1/accounts/current/totp/removal.',
    zh: '该账号已启用双重验证，如需更换请先停用：POST /api/v1/accounts/current/totp/removal。',
  },
  second_factor_not_begun: {
    en: 'There is nothing to confirm. Begin with POST /api/v1/accounts/current/totp.',
    zh: '尚未开始启用双重验证，请先 POST /api/v1/accounts/current/totp。',
  },
  password_change_due: {
    en: 'This password was chosen by somebody else. Choose your own first: POST /api/v1/accounts/current/password.',
    zh: '当前密码由他人设置，请先修改为自己的密码：POST /api/v1/accounts/current/password。',
  },
  password_wrong: {
    en: 'This is not your present password. Type it again.',
    zh: '当前密码不正确，请重新输入。',
  },
  password_unchanged: {
    en: 'The new password is the old one. Choose another.',
    zh: '新密码与原密码相同，请另设密码。',
  },
  password_weak: {
    en: 'This password is among the first that would be guessed. Choose several words that have nothing to do with you or each other.',
    zh: '该密码过于常见、容易被猜中，请改用几个互不相关、也与您本人无关的词语。',
  },
  own_account: {
    en: 'This cannot be done to your own account. Ask another administrator.',
    zh: '不能对自己的账号进行此操作，请由其他管理员办理。',
  },
} as const;
