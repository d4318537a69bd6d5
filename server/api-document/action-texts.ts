import type { Bilingual } from '../domain/bilingual.ts';
import type { ActionName } from '../domain/case-actions.ts';

interface ActionText {
  summary: Bilingual;
  /** As it would be sent, where it is sent every day; the ids are those of another case. */
  example?: Record<string, unknown>;
}

const MEDIATOR = '3f0e6a52-1c5b-4c55-9d0a-2f3f4d1c9b11';
const INSTALMENT = '9a4f5d7e-6a0d-4f0b-8f54-0c2d7a9be601';

/** Each action in words, with a body that works in a case that came in on 2026-09-01. */
export const ACTION_TEXTS: Record<ActionName, ActionText> = {
  accept: {
    summary: {
      en: 'Accepts the application, with the consent of both sides',
      zh: '受理申请（双方同意调解）',
    },
    example: {
      acceptedOn: '2026-09-03',
      applicantConsentOn: '2026-09-01',
      respondentConsentOn: '2026-09-03',
    },
  },
  refuse: {
    summary: { en: 'Does not accept the application, and says where to turn', zh: '不予受理，并告知途径' },
    example: { decidedOn: '2026-09-03', reason: 'other-region', directedTo: '上海市浦东新区总工会' },
  },
  'start-mediation': {
    summary: { en: 'Names the mediator and starts', zh: '指定调解员，开始调解' },
    example: {
      startedOn: '2026-09-04',
      mediatorId: MEDIATOR,
      recusalCheckedOn: '2026-09-04',
      rightsNoticeOn: '2026-09-04',
    },
  },
  'record-session': {
    summary: { en: 'Records a session', zh: '记录一次调解会' },
    example: { heldOn: '2026-09-08', record: '双方到场，单位愿意分两期支付。' },
  },
  'extend-mediation': {
    summary: { en: 'Extends mediation, as both sides signed', zh: '经双方签字延长调解期限' },
    example: { days: 7, workerSignedOn: '2026-09-14', respondentSignedOn: '2026-09-14' },
  },
  agree: {
    summary: { en: 'Records the agreement and its payments', zh: '登记调解协议及分期付款' },
    example: {
      terms: '单位分两期支付拖欠工资12500元。',
      workerSignedOn: '2026-09-15',
      respondentSignedOn: '2026-09-15',
      mediatorSignedOn: '2026-09-15',
      sealedOn: '2026-09-15',
      instalments: [
        { dueOn: '2026-10-15', amountFen: 650_000 },
        { dueOn: '2026-11-15', amountFen: 600_000 },
      ],
    },
  },
  'record-payment': {
    summary: { en: 'Records that an instalment arrived, as the worker says', zh: '记录职工确认的到账款项' },
    example: { instalmentId: INSTALMENT, paidOn: '2026-10-15', workerConfirmedOn: '2026-10-16' },
  },
  'record-breach': {
    summary: { en: 'Records that an instalment was missed', zh: '记录款项逾期未付' },
    example: { instalmentId: INSTALMENT, notedOn: '2026-10-20' },
  },
  fail: {
    summary: { en: 'Ends mediation without an agreement', zh: '调解不成，终止调解' },
    example: { failedOn: '2026-09-15', reason: 'no-agreement', adviceGivenOn: '2026-09-15' },
  },
  withdraw: {
    summary: { en: 'Withdraws the application', zh: '撤回申请' },
    example: { withdrawnOn: '2026-09-05', reason: '单位已支付全部工资' },
  },
  'hand-to-arbitration': {
    summary: {
      en: 'Hands the case to the arbitration commission, if the worker consents',
      zh: '经职工同意移送仲裁',
    },
    example: {
      handedOn: '2026-09-20',
      commission: '济南市劳动人事争议仲裁委员会',
      consentOn: '2026-09-20',
      documents: ['仲裁申请书', '工资流水'],
    },
  },
  'record-risk': {
    summary: { en: 'Records a risk that others must be warned of', zh: '记录需要预警的风险' },
    example: { kind: 'employer-may-flee', knownOn: '2026-09-02', note: '工地设备正在外运。' },
  },
  'acknowledge-warning': {
    summary: { en: 'Takes note of the warning that the case is under', zh: '确认已知悉预警' },
    example: { grade: 'orange' },
  },
  'ask-respondent': {
    summary: { en: 'Asks the other side whether it agrees to mediation', zh: '征询对方是否同意调解' },
  },
  'assign-mediator': { summary: { en: 'Gives the case to another mediator', zh: '更换调解员' } },
  'pause-mediation': { summary: { en: 'Pauses mediation', zh: '中止调解' } },
  'resume-mediation': { summary: { en: 'Goes on with mediation', zh: '恢复调解' } },
  'apply-for-confirmation': {
    summary: {
      en: 'Records that confirmation of the agreement was applied for',
      zh: '记录申请司法确认或仲裁审查确认',
    },
  },
  'record-confirmation': {
    summary: { en: 'Records whether the agreement was confirmed', zh: '记录确认结果' },
  },
  'record-duty': { summary: { en: 'Records that a duty was done', zh: '记录非金钱义务已履行' } },
  'record-performance': {
    summary: { en: 'Records that the agreement was kept in full', zh: '记录协议已全部履行' },
  },
  terminate: { summary: { en: 'Ends the case for another reason', zh: '因其他原因终止案件' } },
  'record-arbitration-acceptance': {
    summary: { en: 'Records that arbitration accepted the case', zh: '记录仲裁受理' },
  },
  'record-arbitration-refusal': {
    summary: { en: 'Records that arbitration did not accept it', zh: '记录仲裁不予受理' },
  },
  'record-award': { summary: { en: 'Records the award', zh: '记录仲裁裁决' } },
  'record-arbitration-settlement': {
    summary: { en: 'Records a settlement in arbitration', zh: '记录仲裁调解' },
  },
  'record-arbitration-withdrawal': {
    summary: { en: 'Records that the application to arbitration was withdrawn', zh: '记录撤回仲裁申请' },
  },
  'record-arbitration-return': {
    summary: { en: 'Records that arbitration sent it back to mediation', zh: '记录仲裁委托调解退回' },
  },
  'offer-transfer': { summary: { en: 'Offers the case to a union elsewhere', zh: '向异地工会提出移送' } },
  'record-transfer-acceptance': {
    summary: { en: 'Records that the other union took it', zh: '记录对方接收移送' },
  },
  'record-transfer-return': {
    summary: { en: 'Records that the other union returned it', zh: '记录对方退回移送' },
  },
  archive: { summary: { en: 'Archives the case', zh: '归档' } },
  reopen: { summary: { en: 'Opens the case again', zh: '重新启动案件' } },
  'record-fact': {
    summary: { en: 'Records something that happened elsewhere', zh: '记录本会之外发生的事实' },
  },
  'correct-fact': {
    summary: { en: 'Corrects a line of the timeline, which stays', zh: '更正时间线记录（原记录保留）' },
  },
  'add-workers': { summary: { en: 'Adds workers', zh: '增加职工当事人' } },
  'remove-workers': { summary: { en: 'Removes workers', zh: '移除职工当事人' } },
  'name-representatives': { summary: { en: 'Names who represents the group', zh: '推选代表人' } },
  'tell-headcount': { summary: { en: 'Records how many are concerned', zh: '记录涉及人数' } },
  'add-respondent': { summary: { en: 'Adds another side', zh: '增加被申请方' } },
  'change-respondent': { summary: { en: 'Records that another side left or changed', zh: '变更被申请方' } },
  'assess-claim': { summary: { en: 'Records what a claim comes to', zh: '核算诉求金额' } },
  'tell-sums': { summary: { en: 'Records sums of the case as they are told', zh: '记录案件金额' } },
  refer: { summary: { en: 'Refers to another body', zh: '转介其他机构' } },
  'record-referral-answer': { summary: { en: 'Records the answer to a referral', zh: '记录转介答复' } },
  'link-case': { summary: { en: 'Links another case', zh: '关联其他案件' } },
  'add-participant': { summary: { en: 'Adds an office that takes part', zh: '增加参与单位' } },
  'record-consent': {
    summary: {
      en: 'Records that workers agreed to a purpose, or took that back',
      zh: '记录职工对某项用途的同意或撤回',
    },
  },
  'set-legal-hold': {
    summary: { en: 'Keeps the case from being erased, as evidence', zh: '作为证据保全，禁止删除' },
  },
  'lift-legal-hold': { summary: { en: 'Lets the case be erased again', zh: '解除保全，允许删除' } },
  'write-closing': { summary: { en: 'Writes the closing summary', zh: '填写结案小结' } },
};
