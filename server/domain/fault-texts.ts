import { LIST_FAULT_TEXTS } from './list-fault-texts.ts';
import { LOGIN_FAULT_TEXTS } from './login-fault-texts.ts';
import { OIDC_FAULT_TEXTS } from './oidc-fault-texts.ts';
import { PERSONAL_DATA_FAULT_TEXTS } from './personal-data-fault-texts.ts';
import { PLACE_FAULT_TEXTS } from './place-fault-texts.ts';
import { RECORD_FAULT_TEXTS } from './record-fault-texts.ts';

/** Every fault the service can name, with what to do about it. A new fault is a row here and a status in server/http. */
export const FAULT_TEXTS = {
  ...LIST_FAULT_TEXTS,
  ...LOGIN_FAULT_TEXTS,
  ...OIDC_FAULT_TEXTS,
  ...PERSONAL_DATA_FAULT_TEXTS,
  ...PLACE_FAULT_TEXTS,
  ...RECORD_FAULT_TEXTS,
  invalid_input: {
    en: 'Some fields are not as they must be; see errors.',
    zh: '部分字段不符合要求，详见 errors。',
  },
  malformed_body: {
    en: 'The body is not readable JSON. Send one JSON object with Content-Type: application/json.',
    zh: '请求正文不是可读的 JSON，请发送一个 JSON 对象，并设置 Content-Type: application/json。',
  },
  body_too_large: {
    en: 'The body is larger than this service reads. Send less in one request.',
    zh: '请求正文过大，请减少单次发送的内容。',
  },
  address_malformed: {
    en: 'The address cannot be read: after a % there must be two hexadecimal digits, and together they must be UTF-8.',
    zh: '无法读取该地址：% 之后须为两位十六进制数字，且整体应为 UTF-8 编码。',
  },
  route_not_found: {
    en: 'There is nothing at this address. Check the path and the method.',
    zh: '该地址没有内容，请检查路径和请求方法。',
  },
  method_not_allowed: {
    en: 'This address answers other methods: {allowed}.',
    zh: '该地址不支持此请求方法，可用的方法：{allowed}。',
  },
  media_type_unsupported: {
    en: 'The body is of a type that is not read here. Send JSON, as UTF-8, with Content-Type: application/json.',
    zh: '不支持该类型的请求正文，请发送 UTF-8 编码的 JSON，并设置 Content-Type: application/json。',
  },
  organisation_needed: {
    en: 'Without an organisation an account can be an administrator of the whole instance only. Give it an organisation.',
    zh: '不属于任何组织的账号只能是全系统管理员，请填写所属组织。',
  },
  session_not_found: {
    en: 'You have no login with this id. See GET /api/v1/sessions.',
    zh: '您没有该登录会话，请查看 GET /api/v1/sessions。',
  },
  too_many_attempts: {
    en: 'Too many attempts. Wait {seconds} seconds and try again.',
    zh: '尝试次数过多，请等待 {seconds} 秒后再试。',
  },
  not_permitted: {
    en: 'Your role does not permit this. It needs: {needed}.',
    zh: '您的角色无权进行此操作，需要：{needed}。',
  },
  calendar_of_instance: {
    en: 'The calendar holds for every organisation of this instance: only an administrator without an organisation changes it.',
    zh: '日历适用于本系统的所有组织，只能由不属于任何组织的全系统管理员更改。',
  },
  case_full: {
    en: 'A case holds at most {most} workers; this one has {there}. Register the others as a case of their own and link the two.',
    zh: '每个案件最多登记 {most} 名职工，本案已有 {there} 名。请将其余职工另立一案并相互关联。',
  },
  setup_closed: {
    en: 'The first administrator exists already. Ask an administrator for an account.',
    zh: '首位管理员已创建，请向管理员申请账号。',
  },
  setup_token_wrong: {
    en: 'The setup token is wrong. Use the one that was printed when the service started.',
    zh: '初始化令牌错误，请使用服务启动时显示的令牌。',
  },
  username_taken: {
    en: 'This user name is taken. Choose another.',
    zh: '用户名已被使用，请另选一个。',
  },
  number_pattern_taken: {
    en: 'Another organisation numbers its cases like this. Choose another pattern.',
    zh: '该编号规则已被其他组织使用，请另设编号规则。',
  },
  organisation_not_found: {
    en: 'There is no such organisation. Choose one from GET /api/v1/organisations.',
    zh: '该组织不存在，请从 GET /api/v1/organisations 中选择。',
  },
  account_not_found: {
    en: 'There is no such account among those that you administer.',
    zh: '在您管理的范围内没有该账号。',
  },
  case_not_found: {
    en: 'There is no such case, or you have no right to it.',
    zh: '案件不存在，或您无权查看。',
  },
  search_too_short: {
    en: 'There is too little to search for. Type two characters of a name, four last digits of a telephone number, or a whole number.',
    zh: '搜索内容过短，请输入姓名或单位名称的至少两个字、电话号码后四位，或完整的编号。',
  },
  cursor_foreign: {
    en: 'This cursor belongs to another list: one with other filters, another sort, or of somebody else. Begin again without a cursor.',
    zh: '该分页游标不属于此列表（筛选条件、排序或登录人不同，或已被改动）。请去掉分页游标，从第一页重新开始。',
  },
  case_changed: {
    en: 'Somebody changed the case meanwhile (it is at version {version}). Read it again and repeat.',
    zh: '案件已被他人修改（当前版本 {version}），请重新读取后再操作。',
  },
  record_changed: {
    en: 'Somebody changed it meanwhile (it is at version {version}). Read it again and repeat.',
    zh: '内容已被他人修改（当前版本 {version}），请重新读取后再操作。',
  },
  version_required: {
    en: 'Say which version you saw: send the ETag as If-Match, with its quotes, as in "3".',
    zh: '请以 If-Match 发送 ETag（含引号，如 "3"），说明您看到的版本。',
  },
  key_malformed: {
    en: 'The Idempotency-Key is not one: send 1 to 255 visible ASCII characters, best a UUID that is new for each change.',
    zh: 'Idempotency-Key 格式不正确：请使用 1 至 255 个可见 ASCII 字符，建议每次变更使用新的 UUID。',
  },
  key_reused: {
    en: 'This Idempotency-Key stood for another request. Repeat that one unchanged, or choose a new key.',
    zh: '该 Idempotency-Key 已用于另一个请求。请原样重发原请求，或换用新的键。',
  },
  key_in_use: {
    en: 'The request with this Idempotency-Key is still being worked on. Repeat it in {seconds} seconds.',
    zh: '使用该 Idempotency-Key 的请求仍在处理中，请在 {seconds} 秒后重发。',
  },
  action_unknown: {
    en: 'There is no action {action}. The actions are: {known}.',
    zh: '没有操作“{action}”，地址中可用的操作有：{known}。',
  },
  action_not_open: {
    en: 'A case that is {state} cannot be acted on with {action}. Open now: {open}.',
    zh: '处于“{state}”状态的案件不能执行“{action}”，目前可执行：{open}。',
  },
  day_in_future: {
    en: 'The day {day} has not come yet (today is {today}). Give the day on which it happened.',
    zh: '{day} 尚未到来（今天是 {today}），请填写实际发生的日期。',
  },
  days_out_of_order: {
    en: 'The day {day} lies before {earliest} ({other}), which comes first. Check both days.',
    zh: '{day} 早于应当在先的 {earliest}（{other}），请核对这两个日期。',
  },
  day_too_early: {
    en: 'The day {day} lies before {earliest}, when the application was received. Check both days.',
    zh: '{day} 早于收到申请之日 {earliest}，请核对这两个日期。',
  },
  not_yet_missed: {
    en: 'The instalment is due on {dueOn}; it can be missed only after that day, not on {day}.',
    zh: '该笔款项 {dueOn} 到期，{day} 尚不构成逾期，请在到期日之后记录。',
  },
  warning_not_raised: {
    en: 'The case is not under a {grade} warning; now it is: {current}. Look at that one and acknowledge it.',
    zh: '案件目前不是“{grade}”级预警，当前为：{current}。请查看当前预警后再确认。',
  },
  warning_acknowledged: {
    en: 'The {grade} warning has been acknowledged already; nothing is left to do here.',
    zh: '“{grade}”级预警已有人确认，无需再次确认。',
  },
  rules_in_past: {
    en: 'The rules would hold from {day}, but days before {today} have been judged by the old ones. Give today or later.',
    zh: '规则自 {day} 起生效，但 {today} 之前的日期已按原规则判断，请填写今天或以后的日期。',
  },
  mediator_unsuitable: {
    en: 'This account is not a mediator of the organisation that holds the case, or is locked, or is kept from the case (recusal). Choose another.',
    zh: '该账号不是承办组织的调解员，或已被锁定，或须回避本案，请另选一人。',
  },
  instalment_not_found: {
    en: 'The agreement has no open instalment with this id. See agreements in the case.',
    zh: '协议中没有该笔未付款项，请查看案件的 agreements。',
  },
  instalments_open: {
    en: '{count} instalments are not paid in full. Record what arrived (record-payment), or tell in sum what came now and makes up the rest.',
    zh: '还有{count}笔约定款项没有付清。请先登记到账款项，或在 sum 中填写本次到账、足以付清余款的金额。',
  },
  instalments_above_sum: {
    en: 'The instalments come to ¥{total}, more than the ¥{sum} of the agreement they belong to. Correct the one or the other; what falls due besides goes into penaltyFen.',
    zh: '各期合计 {total} 元，超过协议金额 {sum} 元。请改正其中之一；违约金等另外应付的款项请填写在 penaltyFen 中。',
  },
  day_missing: {
    en: 'Give the whole day, as YYYY-MM-DD: the law counts from it. Only a case taken over from elsewhere may leave it open.',
    zh: '请填写完整日期（YYYY-MM-DD），期限从该日起算；只有从其他地方接续的案件可以留空。',
  },
  agreement_not_found: {
    en: 'The case has no open agreement with this id. See agreements in the case.',
    zh: '案件中没有该协议，请查看案件的 agreements。',
  },
  duty_not_found: {
    en: 'The agreements hold no open duty with this id. See agreements in the case.',
    zh: '协议中没有该项待履行义务，请查看案件的 agreements。',
  },
  worker_not_found: {
    en: 'The case has no such worker who is still part of it. See workers in the case.',
    zh: '案件中没有该职工，或该职工已退出，请查看案件的 workers。',
  },
  worker_not_concerned: {
    en: 'This step is not for this worker: see the outcome in workers of the case. Where there is none yet, record first how mediation ended for them (fail, withdraw or agree).',
    zh: '该职工不适用这一步，请查看案件 workers 中的 outcome；尚无结果的，请先记录其调解结果（调解不成、撤回或者达成协议）。',
  },
  respondent_not_found: {
    en: 'The case has no such respondent. See respondents in the case.',
    zh: '案件中没有该被申请人，请查看案件的 respondents。',
  },
  claim_not_found: {
    en: 'The case has no such claim. See workers and jointClaims in the case.',
    zh: '案件中没有该项请求，请查看案件的 workers 和 jointClaims。',
  },
  application_known: {
    en: 'The case has its application, received on {day}. Correct the day of that line, or reopen the case for a new one.',
    zh: '本案已登记申请（{day}收到）。日期有误请更正该条记录；重新申请的请重新立案。',
  },
  referral_not_found: {
    en: 'The case has no open referral with this id. See referrals in the case.',
    zh: '案件中没有该项待答复的转介，请查看案件的转介记录。',
  },
  fact_not_found: {
    en: 'The timeline has no line with this id. See timeline in the case.',
    zh: '时间线中没有该条记录，请查看案件的 timeline。',
  },
  delivery_not_found: {
    en: 'There is no such notice, or you have no right to it.',
    zh: '该通知不存在，或您无权查看。',
  },
  delivery_not_standing: {
    en: 'This cannot be done with the notice as it stands: {noticeState}. Read it again with GET /api/v1/deliveries.',
    zh: '该通知当前状态（{noticeState}）不允许此操作，请通过 GET /api/v1/deliveries 重新查看。',
  },
  delivery_in_doubt: {
    en: 'Nobody knows whether this notice arrived. Ask the addressee; if nothing came, send {"confirmedNotReceived": true}, else resolve it as received.',
    zh: '无法确定该通知是否已送达。请先向收件人核实：未收到时以 {"confirmedNotReceived": true} 重发，已收到时标记为已收到。',
  },
  delivery_without_addressee: {
    en: 'Nobody had the role that this notice is for, so there is nobody to send it to. Give somebody the role and tell them yourself, then resolve it as given-up.',
    zh: '该通知没有对应角色的收件人，无法重发。请先指定人员并自行告知，然后标记为不再发送。',
  },
  metrics_token_wrong: {
    en: 'Send the METRICS_TOKEN of this service as Authorization: Bearer.',
    zh: '请以 Authorization: Bearer 发送本服务设置的 METRICS_TOKEN。',
  },
  task_not_found: {
    en: 'There is no such task, or it is not yours. See GET /api/v1/tasks.',
    zh: '该任务不存在，或不由您办理，请查看 GET /api/v1/tasks。',
  },
  task_not_open: {
    en: 'This task is closed already: somebody has called, or the case has moved on.',
    zh: '该任务已结束：已有人致电，或案件情况已变化。',
  },
  import_not_found: {
    en: 'No year of holidays was imported under this id. See imports in GET /api/v1/calendar/years.',
    zh: '没有该次节假日导入，请查看 GET /api/v1/calendar/years 的 imports。',
  },
  lookup_failed: {
    en: 'Number and code do not match any case. Check both on your receipt, or call the office.',
    zh: '编号与查询码不匹配，请核对回执上的编号和查询码，或致电受理单位。',
  },
  bar_not_found: {
    en: 'This account is not barred from the case. See GET /api/v1/cases/{id}/bars.',
    zh: '该账号没有被限制办理此案，请查看 GET /api/v1/cases/{id}/bars。',
  },
  break_glass_needless: {
    en: 'You may see this case already; read it as always.',
    zh: '您已有权查看该案件，无需紧急开启。',
  },
  audit_unavailable: {
    en: 'This could not be written in the audit, so nothing is shown. Try again in a moment; after a change, look first whether it was saved.',
    zh: '本次操作未能写入审计记录，因此不予显示。请稍后再试；如刚才是修改操作，请先查看是否已经保存。',
  },
  code_failed: {
    en: 'This code is wrong, used already or older than ten minutes. Check it, or ask for a new one.',
    zh: '验证码错误、已使用或已超过十分钟。请核对，或重新获取验证码。',
  },
  internal_error: {
    en: 'Something went wrong here, and it may or may not have been stored. Look before you repeat it; quote the request id.',
    zh: '服务出现内部错误，本次操作可能已经保存，也可能没有。请先查看，再决定是否重做；如仍有问题，请提供 requestId。',
  },
} as const satisfies Record<string, { en: string; zh: string }>;

export type FaultCode = keyof typeof FAULT_TEXTS;
