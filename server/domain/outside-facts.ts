import type { Bilingual } from './bilingual.ts';
import type { DeadlineEventKind } from './deadline-events.ts';

interface OutsideFact {
  name: Bilingual;
  /** What it does to the law's clock, where its day is known. */
  clock: DeadlineEventKind | null;
}

/**
 * What happens to a dispute outside the hands of the organisation that has the case: before it came, beside it and
 * after it left. Such a fact moves no step of the case, but may move its clock (A2: LDMAA 27, O33 27).
 */
export const OUTSIDE_FACTS = {
  'employment-began': { name: { zh: '入职', en: 'employment began' }, clock: null },
  'employment-ended': { name: { zh: '离职', en: 'employment ended' }, clock: 'employment-ended' },
  'dispute-arose': { name: { zh: '争议发生', en: 'the dispute arose' }, clock: null },
  'situation-reported': {
    name: { zh: '发现苗头并上报', en: 'somebody noticed and reported it' },
    clock: null,
  },
  'relief-asked': {
    name: { zh: '向有关部门请求救济', en: 'a competent body was asked for help' },
    clock: 'relief-asked',
  },
  'claim-made': {
    name: { zh: '向对方主张权利', en: 'the worker claimed on the other side' },
    clock: 'claim-made',
  },
  'passed-on': { name: { zh: '转交其他单位', en: 'passed on to another body' }, clock: null },
  'refused-elsewhere': { name: { zh: '其他单位不予受理', en: 'another body did not take it' }, clock: null },
  'accepted-elsewhere': { name: { zh: '其他单位受理', en: 'another body took it' }, clock: null },
  'mediated-elsewhere': { name: { zh: '其他单位组织调解', en: 'another body mediated' }, clock: null },
  'promise-broken': {
    name: { zh: '对方未履行承诺或者和解', en: 'a promise or settlement was not kept' },
    clock: 'settlement-breached',
  },
  'inspection-complained': {
    name: { zh: '向劳动监察投诉', en: 'a complaint to labour inspection' },
    clock: 'inspection-complained',
  },
  'inspection-ordered': {
    name: { zh: '劳动监察责令改正', en: 'labour inspection ordered the breach to be mended' },
    clock: null,
  },
  'injury-recognised': { name: { zh: '认定工伤', en: 'a work injury was recognised' }, clock: null },
  'capacity-assessed': {
    name: { zh: '劳动能力鉴定', en: 'the capacity to work was assessed' },
    clock: null,
  },
  'legal-aid-given': { name: { zh: '获得法律援助', en: 'legal aid was given' }, clock: null },
  'supervision-letter': {
    name: { zh: '发出“一函两书”', en: 'a letter of notice or supervision went out' },
    clock: null,
  },
  'arbitration-applied': {
    name: { zh: '申请仲裁', en: 'arbitration was applied for' },
    clock: 'arbitration-applied',
  },
  'arbitration-refused-outside': {
    name: { zh: '仲裁不予受理', en: 'the commission did not take the case' },
    clock: 'arbitration-refused',
  },
  'award-made-outside': { name: { zh: '作出裁决', en: 'an award was made' }, clock: 'award-made' },
  'suit-filed': { name: { zh: '提起诉讼', en: 'a suit was filed' }, clock: 'suit-filed' },
  'hearing-held': { name: { zh: '开庭审理', en: 'a hearing was held' }, clock: null },
  'appeal-filed': { name: { zh: '提起上诉', en: 'an appeal was filed' }, clock: null },
  'judgment-made': { name: { zh: '作出判决', en: 'a judgment was made' }, clock: null },
  'payment-order-applied': {
    name: { zh: '申请支付令', en: 'a payment order was applied for' },
    clock: 'payment-order-applied',
  },
  'payment-order-issued': {
    name: { zh: '发出支付令', en: 'a payment order was issued' },
    clock: 'payment-order-issued',
  },
  'payment-order-objected': {
    name: { zh: '对支付令提出异议', en: 'the debtor objected to the payment order' },
    clock: 'payment-order-objected',
  },
  'enforcement-applied': {
    name: { zh: '申请强制执行', en: 'enforcement was applied for' },
    clock: 'enforcement-applied',
  },
  'enforcement-ended': { name: { zh: '执行终结', en: 'enforcement ended' }, clock: null },
  'assets-preserved': { name: { zh: '财产保全', en: 'assets were frozen or seized' }, clock: null },
  'crime-referred': {
    name: { zh: '移送公安机关', en: 'referred to the police as a crime' },
    clock: null,
  },
  'withdrawn-elsewhere': {
    name: {
      zh: '在其他单位撤回申请或者撤诉',
      en: 'an application to another body or a suit was withdrawn',
    },
    clock: null,
  },
  'court-confirmed-outside': { name: { zh: '法院确认', en: 'a court confirmed agreements' }, clock: null },
  'other-fact': { name: { zh: '其他情况', en: 'something else' }, clock: null },
} as const satisfies Record<string, OutsideFact>;

export type OutsideFactKind = keyof typeof OUTSIDE_FACTS;
export const OUTSIDE_FACT_KINDS = Object.keys(OUTSIDE_FACTS).filter(isOutsideFactKind);

export function isOutsideFactKind(text: string): text is OutsideFactKind {
  return Object.hasOwn(OUTSIDE_FACTS, text);
}
