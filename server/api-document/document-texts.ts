import type { Bilingual } from '../domain/bilingual.ts';
import type { Tag } from './operation.ts';

export const INTRODUCTION: Bilingual = {
  en: `Case tracking for labour-dispute mediation by trade unions.

Log in with \`POST /api/v1/sessions\` and send the token as \`Authorization: Bearer\`. Days are YYYY-MM-DD, instants ISO 8601, sums whole fen. Errors are application/problem+json (RFC 9457) in Chinese or English by Accept-Language, as is this document.

Send a new Idempotency-Key with each change: repeated with its key a request has one effect and, for 7 days, one answer. An action on a case needs If-Match with the ETag that you saw, and so does a change of an account, an organisation or its settings.`,
  zh: `工会劳动争议调解案件跟踪服务。

通过 \`POST /api/v1/sessions\` 登录，并以 \`Authorization: Bearer\` 发送令牌。日期为 YYYY-MM-DD，时刻为 ISO 8601，金额以分为单位的整数。错误为 application/problem+json（RFC 9457），中英文依 Accept-Language 而定，本文档亦然。

每次变更请使用新的 Idempotency-Key：以同一键重发，只生效一次，7 天内得到同一答复。对案件的操作、对账号和组织及其设置的修改，须以 If-Match 发送所见的 ETag。`,
};

export const TAG_TEXTS: Record<Tag, Bilingual> = {
  cases: { en: 'Cases', zh: '案件' },
  actions: { en: 'What may be done with a case', zh: '案件操作' },
  warnings: { en: 'Early warnings', zh: '预警' },
  notices: { en: 'Notices', zh: '通知' },
  staff: { en: 'Organisations, accounts, logins', zh: '组织、账号与登录' },
  clock: { en: 'The clock of the law', zh: '法定期限' },
  workers: { en: 'For workers, without an account', zh: '职工查询（无须账号）' },
  running: { en: 'For those who run it', zh: '运行与监控' },
};

export const HEADER_TEXTS = {
  'If-Match': {
    en: 'The ETag of what you change as you saw it, as "3".',
    zh: '您所见内容的 ETag，例如 "3"。',
  },
  'Idempotency-Key': {
    en: 'New for each change, best a UUID; the same when the request is repeated.',
    zh: '每次变更使用新的键，建议 UUID；重发同一请求时保持不变。',
  },
  'Idempotent-Replayed': {
    en: 'true where this is the answer of an earlier request with the same key.',
    zh: '为 true 时，表示这是此前同一键请求的答复。',
  },
  ETag: { en: 'The version, for If-Match.', zh: '版本，用于 If-Match。' },
  Location: { en: 'Where the new case is.', zh: '新案件的地址。' },
  Link: { en: 'rel="next": the next page, where there is one.', zh: 'rel="next"：下一页（如有）。' },
  'X-Request-Id': { en: 'Quote it when something went wrong.', zh: '出现问题时请提供。' },
  'RateLimit-Policy': {
    en: 'The limit of attempts: `q` of them in `w` seconds.',
    zh: '尝试次数的限制：`w` 秒内 `q` 次。',
  },
  RateLimit: {
    en: 'How the limit stands: `r` attempts are left; in `t` seconds all are forgotten.',
    zh: '限制的当前情况：还可尝试 `r` 次，`t` 秒后重新计算。',
  },
  'Retry-After': { en: 'Seconds to wait.', zh: '需等待的秒数。' },
} satisfies Record<string, Bilingual>;

export type HeaderName = keyof typeof HEADER_TEXTS;
