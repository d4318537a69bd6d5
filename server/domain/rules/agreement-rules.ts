import type { DeadlineEventKind } from '../deadline-events.ts';
import { calendarDays, defineRules, on, workingDays } from '../deadline-rule.ts';
import { cite } from '../laws.ts';
import { IN_FORCE } from './in-force.ts';

/** Of an agreement that was kept, or a case that is closed, nothing is waited for. */
const AGREEMENT_OVER: DeadlineEventKind[] = ['agreement-performed', 'case-closed'];

/** What shows that a payment order was issued, though nobody may have told its own day. */
const ORDER_ISSUED: DeadlineEventKind[] = [
  'payment-order-issued',
  'payment-order-served',
  'payment-order-objected',
];

/** Payment order: CPL 225–228 as numbered in 2023, with the numbers of the earlier amendments. */
function paymentOrderVersions(article: number, days: number) {
  const length = calendarDays(days);
  return [
    { inForceFrom: IN_FORCE.CPL2023, basis: [cite('LDMAA', 16), cite('CPL', article)], length },
    { inForceFrom: IN_FORCE.CPL2021, basis: [cite('LDMAA', 16), cite('CPL', article - 4)], length },
    { inForceFrom: IN_FORCE.CPL2012, basis: [cite('LDMAA', 16), cite('CPL', article - 11)], length },
  ];
}

/** What an agreement opens: review, confirmation, payment order, instalments. */
export const AGREEMENT_RULES = defineRules({
  M5: {
    name: { zh: '仲裁审查申请期限', en: 'joint application for review by the commission' },
    versions: [
      {
        inForceFrom: IN_FORCE.O33,
        basis: [cite('O33', [74, 79]), cite('O17', 27)],
        length: calendarDays(15),
      },
      { inForceFrom: IN_FORCE.O17, basis: [cite('O17', 27)], length: calendarDays(15) },
    ],
    standing: 'by-footing',
    actor: 'both-parties',
    plain: {
      zh: '双方可以在{day}之前（含当日）一起申请仲裁委员会审查调解协议。',
      en: 'Both sides together may ask the arbitration commission to review the agreement until {day}.',
    },
    atEnd: {
      zh: '逾期不再受理仲裁审查申请，调解协议仍有约束力。',
      en: 'After that day this road is closed; the agreement still binds.',
    },
    subject: 'agreementId',
    starts: [{ kind: 'agreement-in-force', unless: { labourRelation: true } }],
    ends: on(
      'agreement-review-applied',
      'agreement-review-accepted',
      'agreement-confirmed',
      ...AGREEMENT_OVER,
    ),
  },
  'M5-review': {
    name: { zh: '仲裁审查期限', en: 'review of the agreement' },
    versions: [{ inForceFrom: IN_FORCE.O33, basis: [cite('O33', [74, 79])], length: workingDays(5) }],
    actor: 'commission',
    plain: {
      zh: '仲裁委员会应当在{day}之前（含当日）审查完毕。',
      en: 'The commission has until {day} to finish the review.',
    },
    atEnd: {
      zh: '特殊情况经批准可以延长五日。',
      en: 'With approval the commission may take five more working days.',
    },
    subject: 'agreementId',
    starts: on('agreement-review-accepted'),
    extension: { by: 'extension-approved', cap: 5, approvedBy: 'head-of-body' },
    // Refused reviews of before 'agreement-reviewed' was recorded stand in stored cases as refused confirmations.
    ends: on('agreement-reviewed', 'agreement-confirmed', 'confirmation-refused', ...AGREEMENT_OVER),
  },
  M6: {
    name: { zh: '司法确认申请期限', en: 'joint application for court confirmation' },
    versions: [
      { inForceFrom: IN_FORCE.CPL2023, basis: [cite('PML', 33), cite('CPL', 205)], length: calendarDays(30) },
      { inForceFrom: IN_FORCE.CPL2021, basis: [cite('PML', 33), cite('CPL', 201)], length: calendarDays(30) },
      { inForceFrom: IN_FORCE.CPL2012, basis: [cite('PML', 33), cite('CPL', 194)], length: calendarDays(30) },
      { inForceFrom: IN_FORCE.PML, basis: [cite('PML', 33)], length: calendarDays(30) },
    ],
    standing: 'by-footing',
    actor: 'both-parties',
    plain: {
      zh: '双方可以在{day}之前（含当日）一起申请法院确认调解协议。',
      en: 'Both sides together may ask the court to confirm the agreement until {day}.',
    },
    atEnd: {
      zh: '逾期法院不再受理确认申请，调解协议仍有约束力。',
      en: 'After that day this road is closed; the agreement still binds.',
    },
    subject: 'agreementId',
    starts: on('agreement-in-force'),
    ends: on('confirmation-applied', 'confirmation-accepted', 'agreement-confirmed', ...AGREEMENT_OVER),
  },
  'M6-ruling': {
    name: { zh: '司法确认审查期限', en: 'ruling on the confirmation' },
    versions: [
      { inForceFrom: IN_FORCE.CPL2021, basis: [cite('CPL', 187)], length: calendarDays(30) },
      { inForceFrom: IN_FORCE.CPL2012, basis: [cite('CPL', 180)], length: calendarDays(30) },
    ],
    actor: 'court',
    plain: { zh: '法院应当在{day}之前（含当日）作出裁定。', en: 'The court has until {day} to rule.' },
    atEnd: {
      zh: '可以向法院查询进展；有特殊情况的，法院可以批准延长。',
      en: 'Ask the court how it stands; it may have approved more time.',
    },
    subject: 'agreementId',
    starts: on('confirmation-accepted'),
    ends: on('agreement-confirmed', 'confirmation-refused', ...AGREEMENT_OVER),
  },
  M7: {
    name: { zh: '可以申请支付令', en: 'payment order is open' },
    nature: 'check',
    versions: [
      { inForceFrom: IN_FORCE.CPL2023, basis: [cite('LDMAA', 16), cite('CPL', [225, 228])], length: null },
      { inForceFrom: IN_FORCE.CPL2021, basis: [cite('LDMAA', 16), cite('CPL', [221, 224])], length: null },
      { inForceFrom: IN_FORCE.CPL2012, basis: [cite('LDMAA', 16), cite('CPL', [214, 217])], length: null },
    ],
    actor: 'worker',
    plain: {
      zh: '对方到期没有付款：工资、工伤医疗费、经济补偿或者赔偿金可以凭调解协议向法院申请支付令，没有申请期限，但仲裁时效照常计算。',
      en: 'A payment was missed: for wages, injury medical costs, compensation or damages the court can be asked for a payment order on the agreement. There is no last day to ask, but the limitation period runs.',
    },
    atEnd: {
      zh: '债务人提出异议的，可以依据调解协议直接起诉。',
      en: 'If the debtor objects, the worker may sue directly on the agreement.',
    },
    subject: 'instalmentId',
    starts: on('instalment-missed'),
    ends: on('payment-order-applied', 'instalment-paid', ...AGREEMENT_OVER),
  },
  'M7-decision': {
    name: { zh: '支付令申请受理期限', en: 'acceptance of the payment-order application' },
    versions: paymentOrderVersions(226, 5),
    actor: 'court',
    plain: {
      zh: '法院应当在{day}之前（含当日）通知是否受理支付令申请。',
      en: 'The court has until {day} to say whether it accepts the application.',
    },
    atEnd: { zh: '可以向法院查询。', en: 'Ask the court how it stands.' },
    starts: on('payment-order-applied'),
    ends: on('payment-order-accepted', 'payment-order-refused', ...ORDER_ISSUED, ...AGREEMENT_OVER),
  },
  'M7-order': {
    name: { zh: '发出支付令期限', en: 'issue of the payment order' },
    versions: paymentOrderVersions(227, 15),
    actor: 'court',
    plain: {
      zh: '法院应当在{day}之前（含当日）发出支付令或者驳回申请。',
      en: 'The court has until {day} to issue the payment order or to refuse it.',
    },
    atEnd: { zh: '可以向法院查询。', en: 'Ask the court how it stands.' },
    starts: on('payment-order-accepted'),
    ends: on('payment-order-refused', ...ORDER_ISSUED, ...AGREEMENT_OVER),
  },
  'M7-objection': {
    name: { zh: '清偿或者提出异议的期限', en: 'payment or objection by the debtor' },
    versions: paymentOrderVersions(227, 15),
    actor: 'debtor',
    plain: {
      zh: '债务人应当在{day}之前（含当日）付款或者提出书面异议。',
      en: 'The debtor has until {day} to pay or to object in writing.',
    },
    atEnd: {
      zh: '既不付款也不提出异议的，可以申请强制执行；提出异议的，可以依据调解协议直接起诉。',
      en: 'Neither paid nor objected: enforcement is open. Objected: the worker may sue directly on the agreement.',
    },
    starts: on('payment-order-served'),
    ends: on('payment-order-objected', 'instalment-paid', ...AGREEMENT_OVER),
  },
  M8: {
    name: { zh: '分期履行日', en: 'instalment' },
    versions: [{ inForceFrom: IN_FORCE.LDMAA, basis: [cite('LDMAA', 14, 15)], length: null }],
    actor: 'debtor',
    plain: { zh: '这一期应当在{day}之前（含当日）履行。', en: 'This instalment is due by {day}.' },
    atEnd: {
      zh: '逾期未履行的，可以申请支付令、申请仲裁；协议经确认的，可以申请强制执行。',
      en: 'If it is missed: a payment order, arbitration, or enforcement where the agreement was confirmed.',
    },
    subject: 'instalmentId',
    starts: [{ kind: 'instalment-agreed', from: 'dueOn' }],
    restarts: [{ kind: 'instalment-agreed', from: 'dueOn' }],
    ends: on('instalment-paid', ...AGREEMENT_OVER),
  },
});
