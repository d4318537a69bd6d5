import type { Bilingual } from './bilingual.ts';
import { dayNumberOf } from './day-number.ts';
import { type LegalDay, parseLegalDay } from './legal-day.ts';

/**
 * Everything that starts, pauses, resumes, restarts, extends or ends a deadline, with the name that users see.
 * The order is the order in which events of one day take effect: starts, then interruptions, resumptions
 * before pauses, endings last.
 */
export const EVENT_NAMES = {
  'right-known': { zh: '知道或者应当知道权利被侵害', en: 'the infringement was or should have been known' },
  'employment-ended': { zh: '劳动关系终止', en: 'employment ended' },
  'negotiation-requested': { zh: '提出协商要求', en: 'negotiation was requested' },
  'application-received': { zh: '收到调解申请', en: 'the application for mediation was received' },
  'mediation-accepted': { zh: '受理调解', en: 'the mediation was accepted' },
  'agreement-in-force': { zh: '调解协议生效', en: 'the mediation agreement came into force' },
  'agreement-review-accepted': {
    zh: '仲裁审查申请受理',
    en: 'the commission accepted the application for review',
  },
  'confirmation-accepted': {
    zh: '司法确认申请受理',
    en: 'the court accepted the application for confirmation',
  },
  'agreement-confirmed': { zh: '调解协议经确认', en: 'the agreement was confirmed' },
  'instalment-agreed': { zh: '约定分期履行', en: 'an instalment was agreed' },
  'instalment-missed': { zh: '到期未履行', en: 'a performance date was missed' },
  'payment-order-applied': { zh: '申请支付令', en: 'a payment order was applied for' },
  'payment-order-accepted': { zh: '支付令申请受理', en: 'the court accepted the payment-order application' },
  'payment-order-served': { zh: '债务人收到支付令', en: 'the debtor received the payment order' },
  'transfer-sent': { zh: '移送发出', en: 'the transfer was sent' },
  'transfer-accepted': { zh: '移送被接收', en: 'the transfer was accepted' },
  'transfer-closed': { zh: '接收地结案', en: 'the receiving city closed the case' },
  'arbitration-applied': { zh: '申请仲裁', en: 'arbitration was applied for' },
  'arbitration-accepted': { zh: '仲裁受理', en: 'the commission accepted the case' },
  'application-copy-served': {
    zh: '申请书副本送达被申请人',
    en: 'the respondent received the copy of the application',
  },
  'defence-received': { zh: '收到答辩书', en: 'the defence was received' },
  'counterclaim-received': { zh: '收到反申请', en: 'the counterclaim was received' },
  // Before the next one, whose day is often named at the end of the first.
  'hearing-held': { zh: '开庭', en: 'the hearing was held' },
  'hearing-set': { zh: '确定开庭日期', en: 'the hearing was set' },
  'award-received': { zh: '收到裁决书', en: 'the award was received' },
  'award-set-aside': { zh: '终局裁决被撤销', en: 'the ruling setting the award aside was received' },
  'award-in-force': { zh: '裁决书生效', en: 'the award took effect' },
  'judgment-in-force': { zh: '判决、裁定生效', en: 'the judgment or ruling took effect' },
  'enforcement-applied': { zh: '申请强制执行', en: 'enforcement was applied for' },
  'assets-preserved': { zh: '采取财产保全', en: 'assets were preserved' },
  'delegated-mediation-agreed': { zh: '同意委托调解', en: 'delegated mediation was agreed to' },
  'breach-occurred': { zh: '违法行为发生', en: 'the breach occurred' },
  'breach-ended': { zh: '违法行为终了', en: 'the continuing breach ended' },
  'inspection-complained': { zh: '向劳动监察投诉', en: 'a complaint was made to labour inspection' },
  'inspection-filed': { zh: '监察立案', en: 'the inspection filed the case' },
  'injury-occurred': {
    zh: '事故伤害发生或者职业病确诊',
    en: 'the injury occurred or the disease was diagnosed',
  },
  'injury-claim-accepted': { zh: '工伤认定申请受理', en: 'the injury claim was accepted' },
  'appraisal-applied': { zh: '收到劳动能力鉴定申请', en: 'the application for appraisal was received' },
  'appraisal-received': { zh: '收到鉴定结论', en: 'the appraisal was received' },
  'legal-aid-applied': { zh: '申请法律援助', en: 'legal aid was applied for' },
  'legal-aid-decided': { zh: '法律援助决定', en: 'legal aid was decided' },
  'legal-aid-objected': { zh: '对法律援助决定提出异议', en: 'the legal-aid decision was objected to' },
  'pay-order-disobeyed': { zh: '责令支付后仍不支付', en: 'an order to pay was not obeyed' },
  'claim-made': { zh: '向对方主张权利', en: 'a claim was made on the other side' },
  'relief-asked': { zh: '向有关部门请求救济', en: 'a competent body was asked for relief' },
  'debt-acknowledged': { zh: '对方同意履行', en: 'the other side agreed to perform' },
  'negotiation-refused': { zh: '对方拒绝协商', en: 'negotiation was refused' },
  'negotiation-unanswered': { zh: '协商要求逾期未回应', en: 'the request to negotiate went unanswered' },
  'negotiation-stopped': { zh: '一方不再协商', en: 'a party stopped negotiating' },
  'negotiation-agreed': {
    zh: '同意协商并书面约定期限',
    en: 'negotiation was agreed to, with a period in writing',
  },
  'negotiation-expired': { zh: '约定的协商期限届满', en: 'the agreed time for negotiating ran out' },
  'settlement-breached': { zh: '和解协议未履行', en: 'a settlement was not performed' },
  'agreement-breached': { zh: '调解协议未履行', en: 'the mediation agreement was not performed' },
  'other-side-refused': { zh: '对方不同意调解', en: 'the other side refused mediation' },
  'mediation-advice-agreed': {
    zh: '同意先行调解',
    en: 'mediation before acceptance was agreed to',
  },
  'arbitration-refused': { zh: '仲裁不予受理', en: 'the commission refused the case' },
  'arbitration-withdrawn': { zh: '撤回仲裁申请', en: 'the arbitration application was withdrawn' },
  'papers-completed': { zh: '仲裁材料补正', en: 'the papers were completed' },
  'party-added': { zh: '决定追加当事人或第三人', en: 'a party or third party was added' },
  'claims-changed': { zh: '受理增加或变更的仲裁请求', en: 'added or changed claims were accepted' },
  'counterclaim-joined': { zh: '受理反申请并合并', en: 'the counterclaim was accepted and joined' },
  'case-moved': { zh: '接受移送管辖', en: 'the other commission received the case' },
  'obstacle-ended': { zh: '中止事由消除', en: 'the obstacle ended' },
  'obstacle-began': { zh: '不可抗力等中止事由发生', en: 'force majeure or another good cause began' },
  'mediation-resumed': { zh: '恢复调解', en: 'the mediation resumed' },
  'mediation-paused': { zh: '暂停调解', en: 'the mediation was paused' },
  'arbitration-resumed': { zh: '恢复审理', en: 'the arbitration resumed' },
  'arbitration-suspended': { zh: '中止审理', en: 'the arbitration was suspended' },
  'public-notice-ended': { zh: '公告期满', en: 'the public notice ended' },
  'public-notice-began': { zh: '公告送达', en: 'the public notice began' },
  'injury-decision-resumed': { zh: '工伤认定恢复', en: 'the injury decision resumed' },
  'injury-decision-suspended': { zh: '工伤认定中止', en: 'the injury decision was suspended' },
  'mediation-extended': { zh: '延长调解期限', en: 'the mediation was extended' },
  'extension-approved': { zh: '批准延期', en: 'an extension was approved' },
  'papers-asked': { zh: '告知补正', en: 'the missing papers were named' },
  'referred-elsewhere': { zh: '书面告知有管辖权的机构', en: 'the competent commission was named in writing' },
  'collective-notice-given': { zh: '一次性通知', en: 'everything was told in one notice' },
  'defence-passed-on': { zh: '答辩书送达申请人', en: 'the defence was passed on' },
  'counterclaim-decided': { zh: '反申请处理决定', en: 'the counterclaim was decided on' },
  'panel-told': { zh: '告知仲裁庭组成', en: 'the panel was told to the parties' },
  'hearing-notified': { zh: '送达开庭通知', en: 'the notice of the hearing was served' },
  'postponement-asked': { zh: '申请延期开庭', en: 'a postponement was asked for' },
  'award-made': { zh: '作出裁决', en: 'the award was made' },
  'arbitration-settled': { zh: '在仲裁中和解或者调解', en: 'it was settled in arbitration' },
  'suit-filed': { zh: '提起诉讼', en: 'a suit was filed' },
  'set-aside-applied': { zh: '申请撤销裁决', en: 'setting aside was applied for' },
  'non-acceptance-notified': { zh: '书面告知不予受理', en: 'the refusal was told in writing' },
  'agreement-review-applied': { zh: '申请仲裁审查', en: 'review was applied for' },
  'agreement-reviewed': { zh: '仲裁审查终结', en: 'the review ended' },
  'confirmation-applied': { zh: '申请司法确认', en: 'court confirmation was applied for' },
  'confirmation-refused': { zh: '司法确认被驳回', en: 'the confirmation was refused' },
  'instalment-paid': { zh: '该期已履行', en: 'the instalment was paid' },
  'payment-order-refused': { zh: '支付令不予受理或驳回', en: 'the payment order was refused' },
  'payment-order-issued': { zh: '发出支付令', en: 'the payment order was issued' },
  'payment-order-objected': { zh: '债务人提出异议', en: 'the debtor objected' },
  'transfer-acknowledged': { zh: '确认收到移送', en: 'the transfer was acknowledged' },
  'transfer-progress-reported': { zh: '反馈进展', en: 'progress was reported' },
  'transfer-result-reported': { zh: '反馈结果', en: 'the result was reported' },
  'transfer-returned': { zh: '移送退回', en: 'the transfer was returned' },
  'transfer-cancelled': { zh: '移送撤销', en: 'the transfer was cancelled' },
  'inspection-accepted': { zh: '监察受理', en: 'the inspection accepted the complaint' },
  'inspection-refused': { zh: '监察不予受理', en: 'the inspection did not take the complaint' },
  'inspection-decided': { zh: '监察处理决定', en: 'the inspection decided' },
  'injury-claim-made': { zh: '提出工伤认定申请', en: 'the injury claim was made' },
  'injury-decided': { zh: '作出工伤认定', en: 'the injury was decided on' },
  'appraisal-made': { zh: '作出鉴定结论', en: 'the appraisal was made' },
  'reappraisal-applied': { zh: '申请再次鉴定', en: 'a second appraisal was applied for' },
  'lawyer-assigned': { zh: '指派律师', en: 'a lawyer was assigned' },
  'legal-aid-reviewed': { zh: '异议审查终结', en: 'the objection was decided' },
  'mediation-not-accepted': { zh: '不予受理调解', en: 'the mediation was not accepted' },
  'mediation-failed': { zh: '调解不成', en: 'the mediation failed' },
  'mediation-withdrawn': { zh: '撤回调解申请', en: 'the application for mediation was withdrawn' },
  'mediation-terminated': { zh: '终止调解', en: 'the mediation was terminated' },
  'agreement-performed': { zh: '协议履行完毕', en: 'the agreement was performed in full' },
  'case-closed': { zh: '结案', en: 'the case was closed' },
} as const satisfies Record<string, Bilingual>;

export type DeadlineEventKind = keyof typeof EVENT_NAMES;

/** Fields that tie an event to one claim, agreement, instalment …; an event without them concerns all. */
export const SUBJECT_FIELDS = [
  'claimId',
  'agreementId',
  'instalmentId',
  'hearingId',
  'transferId',
  'party',
] as const;
export type SubjectField = (typeof SUBJECT_FIELDS)[number];

/** A fact with the legal day on which it happened (never the day on which it was recorded). */
export interface DeadlineEvent {
  kind: DeadlineEventKind;
  on: LegalDay;
  claimId?: string | undefined;
  agreementId?: string | undefined;
  instalmentId?: string | undefined;
  hearingId?: string | undefined;
  transferId?: string | undefined;
  party?: 'worker' | 'employer' | undefined;
  /** Days of an extension, in the unit of the rule that is extended. */
  days?: number | undefined;
  /** The day until which an extension was agreed, instead of `days`. */
  untilOn?: LegalDay | undefined;
  /** Extension or pause of mediation: only what both sides agreed to in writing counts (O17 29). */
  agreedByBoth?: boolean | undefined;
  /** `extension-approved`: the code of the rule that is extended. */
  rule?: string | undefined;
  /** `instalment-agreed`: the day on which the instalment is to be paid. */
  dueOn?: LegalDay | undefined;
  /** `instalment-agreed`: it pays wages, so a day off brings it forward. */
  wages?: boolean | undefined;
  /** `hearing-set`: the day of the hearing. */
  hearingOn?: LegalDay | undefined;
  /** `agreement-confirmed`, `award-in-force`, `judgment-in-force`: last day for performance; by instalments, that of the last one. */
  performUntilOn?: LegalDay | undefined;
  /** `right-known`: the claim is for wage arrears (LDMAA 27(4)). */
  wageArrears?: boolean | undefined;
  /** An interruption or obstacle of which there is no written proof: the cautious day leaves it out. */
  unproven?: boolean | undefined;
  /** `award-received`: the award is final for the employer (LDMAA 47). */
  final?: boolean | undefined;
  /** `arbitration-applied`, `arbitration-accepted`: ten or more workers with one claim (LDMAA 7). */
  collective?: boolean | undefined;
  /** `arbitration-applied`: the commission has no jurisdiction (O33 31). */
  wrongCommission?: boolean | undefined;
  /** `arbitration-applied`: papers are missing (O33 30). */
  papersMissing?: boolean | undefined;
  /** `agreement-in-force`: the agreement is about whether there is a labour relation: no review (O33 74–79). */
  labourRelation?: boolean | undefined;
  /** `injury-claim-accepted`: facts clear, rights and duties plain (工伤保险条例 20). */
  clear?: boolean | undefined;
  /** `breach-occurred`: it goes on; the limit runs from its end. */
  continuing?: boolean | undefined;
  /** `award-in-force`: assets of the debtor are under preservation. */
  assetsPreserved?: boolean | undefined;
  /** `legal-aid-decided`: aid was granted. */
  granted?: boolean | undefined;
  /**
   * `agreement-in-force`: it binds some of a group, and mediation goes on for the others. `agreement-performed`:
   * others of the group failed or went to arbitration, and their clocks go on. `arbitration-applied`, `arbitration-refused`,
   * `arbitration-withdrawn`: of some of a group, whose others may still apply.
   */
  partial?: boolean | undefined;
  /**
   * It befell some of a group while others may have to apply for arbitration yet: a limitation is each worker's own
   * (LDMAA 27), and these have no more time by it.
   */
  ofSome?: boolean | undefined;
  /** The line of the timeline that it stands for, so that a correction finds it. */
  factId?: string | undefined;
}

export const DEADLINE_EVENT_KINDS = Object.keys(EVENT_NAMES).filter(isDeadlineEventKind);
const RANKS = new Map(DEADLINE_EVENT_KINDS.map((kind, rank) => [kind, rank]));

export function isDeadlineEventKind(text: string): text is DeadlineEventKind {
  return Object.hasOwn(EVENT_NAMES, text);
}

type EventField = Exclude<keyof DeadlineEvent, 'kind' | 'on'>;

/** What an event of a kind must say beside its day. */
export const REQUIRED_FIELDS: Partial<Record<DeadlineEventKind, readonly EventField[]>> = {
  'instalment-agreed': ['dueOn'],
  'hearing-set': ['hearingOn'],
  'mediation-extended': ['agreedByBoth'],
  'extension-approved': ['rule', 'days'],
};

/** The fields that rules look at to tell events of one kind apart. */
const MARK_FIELDS = [
  'party',
  'final',
  'collective',
  'wrongCommission',
  'papersMissing',
  'labourRelation',
  'clear',
  'continuing',
  'assetsPreserved',
  'granted',
  'wageArrears',
  'partial',
  'ofSome',
] as const;
export type Marks = Partial<Pick<DeadlineEvent, (typeof MARK_FIELDS)[number]>>;

/** Whether an event carries all of these marks with these values. */
export function hasMarks(event: DeadlineEvent, marks: Marks): boolean {
  for (const field of MARK_FIELDS) {
    if (marks[field] !== undefined && marks[field] !== event[field]) return false;
  }
  return true;
}

/** Events in the order in which they take effect, however they were recorded. */
export function inLegalOrder(events: readonly DeadlineEvent[]): DeadlineEvent[] {
  const keyed = events.map((event) => ({ event, key: orderOf(event) }));
  keyed.sort((a, b) => a.key - b.key || compareText(JSON.stringify(a.event), JSON.stringify(b.event)));
  return keyed.map(({ event }) => event);
}

/** By day, then by the rank of the kind. */
function orderOf({ on, kind }: DeadlineEvent): number {
  return dayNumberOf(parseLegalDay(on)) * RANKS.size + (RANKS.get(kind) ?? 0);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
