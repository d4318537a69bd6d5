import { ACTION_TEXTS } from './action-texts.ts';
import type { CaseState } from './case-state.ts';
import type { ConsentPurpose } from './consent.ts';
import type { StaffRole } from './staff.ts';
import { GRADE_NAMES } from './warning-grade.ts';

const ROLES: Record<StaffRole | 'administrator (organisationId: null)', string> = {
  administrator: '管理员',
  'administrator (organisationId: null)': '全系统管理员',
  head: '负责人',
  mediator: '调解员',
  clerk: '接待员',
  supervisor: '上级工会',
  archivist: '档案员',
};

const CASE_STATES: Record<CaseState, string> = {
  registered: '已登记',
  'awaiting-consent': '待对方同意',
  accepted: '已受理',
  'not-accepted': '不予受理',
  'in-mediation': '调解中',
  agreed: '已达成协议',
  'confirmation-pending': '待确认',
  confirmed: '已确认',
  performed: '已履行',
  breached: '未履行',
  failed: '调解不成',
  withdrawn: '已撤回',
  terminated: '已终止',
  'handed-to-arbitration': '已移送仲裁',
  'arbitration-accepted': '仲裁已受理',
  'arbitration-refused': '仲裁不予受理',
  awarded: '已裁决',
  'settled-in-arbitration': '仲裁中调解结案',
  'arbitration-withdrawn': '已撤回仲裁申请',
  'transfer-offered': '移送待接收',
  transferred: '已移送',
  archived: '已归档',
};

/** Of a notice; `failed` of one is another word than of a case. */
const NOTICE_STATES = {
  due: '待发送',
  claimed: '正在处理',
  sending: '正在发送',
  sent: '已发送',
  held: '是否送达不明',
  undelivered: '改用其他方式',
  failed: '发送失败',
  skipped: '已失效',
  'given-up': '不再发送',
  'another state now': '已变化',
};

const PURPOSES: Record<ConsentPurpose, string> = {
  process: '处理个人信息',
  'text-message': '接收短信',
  transfer: '移送其他工会',
  'hand-to-arbitration': '移送仲裁',
  statistics: '统计',
  referral: '转介',
};

const ACTIONS = Object.fromEntries(Object.entries(ACTION_TEXTS).map(([name, { zh }]) => [name, zh]));
const GRADES = Object.fromEntries(Object.entries(GRADE_NAMES).map(([grade, { zh }]) => [grade, zh]));

/** What stands in a placeholder of a fault as codes, by the name of the placeholder, and what people call it. */
const WORDS = {
  needed: ROLES,
  state: CASE_STATES,
  noticeState: NOTICE_STATES,
  action: ACTIONS,
  open: ACTIONS,
  purpose: PURPOSES,
  grade: GRADES,
  current: GRADES,
  other: { 'previous step': '上一步骤' },
} satisfies Record<string, Record<string, string>>;

export const CODED_PARAMS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries(WORDS),
);

/** The codes of a placeholder in Chinese; what is no code stays as it is. */
export function inChineseWords(param: string, value: string): string {
  const words = CODED_PARAMS.get(param);
  if (words === undefined) return value;
  return value
    .split(', ')
    .map((code) => words[code] ?? code)
    .join('、');
}
