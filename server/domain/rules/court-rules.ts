import { calendarDays, defineRules, on } from '../deadline-rule.ts';
import { cite } from '../laws.ts';
import { ofAll, PERFORMED_FOR_ALL } from './dispute-over.ts';
import { IN_FORCE } from './in-force.ts';

/** After the award: suing, setting aside, preserved assets; and the criminal hint. */
export const COURT_RULES = defineRules({
  A8: {
    name: { zh: '不服裁决起诉', en: 'suit against the award' },
    versions: [
      {
        inForceFrom: IN_FORCE.LDMAA,
        basis: [cite('LDMAA', [47, 50]), cite('O33', 50)],
        length: calendarDays(15),
      },
    ],
    actor: 'either-party',
    plain: { zh: '不服裁决的，最迟在{day}向法院起诉。', en: 'To contest the award, sue in court by {day}.' },
    atEnd: {
      zh: '期满不起诉的，裁决书发生法律效力。终局裁决只有劳动者可以起诉。',
      en: 'Without a suit by then the award takes effect. A final award can be sued against by the worker alone.',
    },
    subject: 'party',
    starts: [{ kind: 'award-received', unless: { final: true, party: 'employer' } }],
    ends: [...on('suit-filed', 'award-in-force', 'arbitration-settled'), PERFORMED_FOR_ALL],
  },
  'A8-set-aside': {
    name: { zh: '用人单位申请撤销终局裁决', en: 'employer: setting a final award aside' },
    versions: [{ inForceFrom: IN_FORCE.LDMAA, basis: [cite('LDMAA', 49)], length: calendarDays(30) }],
    actor: 'employer',
    plain: {
      zh: '用人单位最迟在{day}向中级法院申请撤销终局裁决。',
      en: 'The employer may ask to set the final award aside until {day}.',
    },
    atEnd: { zh: '逾期不得再申请撤销。', en: 'After that day the award can no longer be set aside.' },
    subject: 'party',
    starts: [{ kind: 'award-received', where: { final: true }, unless: { party: 'worker' } }],
    ends: [...on('set-aside-applied', 'arbitration-settled'), PERFORMED_FOR_ALL],
  },
  'A8-after': {
    name: { zh: '裁决被撤销后起诉', en: 'suit after setting aside' },
    versions: [{ inForceFrom: IN_FORCE.LDMAA, basis: [cite('LDMAA', 49)], length: calendarDays(15) }],
    actor: 'either-party',
    plain: {
      zh: '裁决被撤销的，最迟在{day}向法院起诉。',
      en: 'The award was set aside: sue in court by {day}.',
    },
    atEnd: { zh: '逾期起诉可能不被受理。', en: 'A later suit may not be accepted.' },
    subject: 'party',
    starts: on('award-set-aside'),
    ends: [...on('suit-filed'), PERFORMED_FOR_ALL],
  },
  A15: {
    name: { zh: '财产保全后申请仲裁', en: 'arbitration after preserving assets' },
    versions: [
      { inForceFrom: IN_FORCE.CPL2021, basis: [cite('CPL', 104)], length: calendarDays(30) },
      { inForceFrom: IN_FORCE.CPL2012, basis: [cite('CPL', 101)], length: calendarDays(30) },
    ],
    actor: 'applicant',
    plain: {
      zh: '财产已保全，最迟在{day}申请仲裁或者起诉。',
      en: 'Assets are preserved: apply for arbitration or sue by {day}.',
    },
    atEnd: { zh: '逾期不申请的，法院解除保全。', en: 'Otherwise the court lifts the preservation.' },
    starts: on('assets-preserved'),
    ends: [...ofAll('arbitration-applied'), ...on('suit-filed'), PERFORMED_FOR_ALL],
  },
  'A15-enforcement': {
    name: { zh: '保全财产申请执行', en: 'enforcement on preserved assets' },
    versions: [
      {
        inForceFrom: IN_FORCE.LabourInterpretation,
        basis: [cite('LabourInterpretation', 49)],
        length: { amount: 3, unit: 'month' },
      },
    ],
    actor: 'creditor',
    plain: {
      zh: '裁决已生效，最迟在{day}申请执行，否则保全可能解除。',
      en: 'The award is in effect: ask for enforcement by {day}, or the preservation may be lifted.',
    },
    atEnd: { zh: '逾期不申请执行的，法院解除保全。', en: 'Otherwise the court lifts the preservation.' },
    starts: [{ kind: 'award-in-force', where: { assetsPreserved: true } }],
    ends: [...on('enforcement-applied'), PERFORMED_FOR_ALL],
  },
  C1: {
    name: { zh: '拒不支付劳动报酬提示', en: 'hint: refusing to pay wages' },
    nature: 'hint',
    versions: [{ inForceFrom: IN_FORCE.WageCrime, basis: [cite('WageCrime', 3, 4)], length: null }],
    actor: 'mediator',
    plain: {
      zh: '责令支付后仍不支付，且拖欠人数、时间和数额达到本省标准的，可能涉嫌拒不支付劳动报酬罪，请负责人核对是否移送。',
      en: 'An order to pay was not obeyed: if the number of workers, the time and the sum reach the province’s thresholds, refusing to pay wages may be a crime. A person decides whether to refer it.',
    },
    atEnd: {
      zh: '这只是对人的提示，系统不会自行处理。',
      en: 'A hint to a person, never a step of the system.',
    },
    starts: on('pay-order-disobeyed'),
    ends: on('instalment-paid', 'agreement-performed', 'case-closed'),
  },
});
