import type { Bilingual } from '../domain/bilingual.ts';
import { AGREED_STATES, type CaseState } from '../domain/case-state.ts';
import { type RuleCode, ruleOf } from '../domain/deadline-rules.ts';
import { REMINDERS } from '../domain/reminders.ts';

/** Nothing has come of mediation yet. */
export const BEFORE_AN_END: readonly CaseState[] = [
  'registered',
  'awaiting-consent',
  'accepted',
  'in-mediation',
];

/** How the status page puts a deadline to the worker. */
interface RightName extends Bilingual {
  /** For whom it is said; undefined: for all. Of a group, others may still have it. */
  in?: readonly CaseState[];
  notIn?: readonly CaseState[];
  /** Once its day has passed there is nothing left of it to be said. */
  untilItsDay?: true;
}

const TO_BE_CONFIRMED: readonly CaseState[] = ['agreed', 'breached', 'confirmation-pending'];
/** Where the claim itself is before the commission, or has been met. */
const CLAIM_MADE: readonly CaseState[] = [
  'handed-to-arbitration',
  'arbitration-accepted',
  'awarded',
  'settled-in-arbitration',
  'performed',
];
const ARBITRATE_BY: RightName = {
  zh: '为稳妥起见，请在这一天之前（含当日）申请仲裁',
  en: 'To be safe, apply for arbitration by',
  notIn: CLAIM_MADE,
};
const SUE_BY: RightName = {
  zh: '向法院起诉的最后一天',
  en: 'Last day to sue',
  in: ['awarded', 'archived'],
  untilItsDay: true,
};
const COURT_ON_THE_ORDER: RightName = { zh: '支付令进展', en: 'The payment order', in: AGREED_STATES };
const AT_THE_COMMISSION: RightName = {
  zh: '仲裁委员会应在这一天之前决定是否受理',
  en: 'The commission decides whether it takes the case by',
  in: ['handed-to-arbitration'],
};

/**
 * The days that a worker is shown, of all that the clock computes: rights, and days of the court and the commission
 * by which the next step follows.
 */
const RIGHT_NAMES: Partial<Record<RuleCode, RightName>> = {
  // Nobody must mediate: arbitration is open on any day (LDMAA 5).
  M2: {
    zh: '从这一天起不必再等调解结果，可以申请仲裁（不愿调解的，随时可以申请）',
    en: 'From then on you need not wait for mediation before you apply for arbitration (if you do not want it: on any day)',
    in: BEFORE_AN_END,
  },
  M4: { zh: '对方答复协商的最后一天', en: 'The other side answers by', in: BEFORE_AN_END },
  'M4-period': { zh: '约定的协商到这一天为止', en: 'Negotiation ends on', in: BEFORE_AN_END },
  M5: {
    zh: '双方一起申请仲裁审查的最后一天',
    en: 'Last day to ask the commission together to review the agreement',
    in: TO_BE_CONFIRMED,
    untilItsDay: true,
  },
  'M5-review': {
    zh: '仲裁委员会应在这一天之前审查完毕',
    en: 'The commission finishes its review by',
    in: ['confirmation-pending'],
  },
  M6: {
    zh: '双方一起申请法院司法确认的最后一天',
    en: 'Last day to ask the court together to confirm the agreement',
    in: TO_BE_CONFIRMED,
    untilItsDay: true,
  },
  'M6-ruling': { zh: '法院应在这一天之前裁定', en: 'The court rules by', in: ['confirmation-pending'] },
  M7: { zh: '可以申请支付令', en: 'You may ask for a payment order', in: AGREED_STATES },
  'M7-decision': COURT_ON_THE_ORDER,
  'M7-order': COURT_ON_THE_ORDER,
  'M7-objection': COURT_ON_THE_ORDER,
  M8: { zh: '对方应在这一天之前付款', en: 'A payment is due by', in: AGREED_STATES },
  A1: ARBITRATE_BY,
  A11: {
    zh: '为稳妥起见，请在这一天之前（含当日）向法院起诉',
    en: 'To be safe, sue in court by',
    notIn: CLAIM_MADE,
  },
  A3: AT_THE_COMMISSION,
  A9: AT_THE_COMMISSION,
  A5: {
    zh: '开庭通知最迟在这一天送达',
    en: 'You are told of the hearing by',
    in: ['arbitration-accepted'],
    untilItsDay: true,
  },
  'A5-hearing': { zh: '开庭日期', en: 'The hearing is on', in: ['arbitration-accepted'], untilItsDay: true },
  'A5-postpone': {
    zh: '申请延期开庭的最后一天',
    en: 'Last day to ask for another day of the hearing',
    in: ['arbitration-accepted'],
    untilItsDay: true,
  },
  A6: { zh: '裁决应在这一天之前作出', en: 'The award is due by', in: ['arbitration-accepted'] },
  A8: SUE_BY,
  'A8-after': SUE_BY,
  A10: {
    zh: '申请强制执行的最后一天',
    en: 'Last day to ask for enforcement',
    in: [...AGREED_STATES, 'awarded', 'settled-in-arbitration', 'archived'],
  },
  A12: {
    zh: '向劳动监察投诉的最后一天',
    en: 'Last day to complain to labour inspection',
    notIn: ['performed'],
  },
  A13: { zh: '用人单位申请工伤认定的最后一天', en: 'The employer asks for the injury to be recognised by' },
  'A13-worker': { zh: '您申请工伤认定的最后一天', en: 'Last day for you to have the injury recognised' },
  'A13-again': {
    zh: '申请再次鉴定的最后一天',
    en: 'Last day to ask for a second appraisal',
    untilItsDay: true,
  },
  'A13-review': { zh: '从这一天起可以申请复查鉴定', en: 'A new appraisal may be asked for from' },
  A15: {
    zh: '财产保全后申请仲裁的最后一天',
    en: 'Last day to apply, or the assets are released',
    notIn: ['performed'],
  },
  'A15-enforcement': {
    zh: '申请执行保全财产的最后一天',
    en: 'Last day to ask for enforcement against the assets',
    notIn: ['performed'],
  },
};

/** What a rule is called for a worker for whom it stands so; null where it is nothing to them. */
export function rightName(rule: RuleCode, state: CaseState): RightName | null {
  const named = RIGHT_NAMES[rule];
  if (named !== undefined) {
    const { in: within, notIn = [] } = named;
    return (within === undefined || within.includes(state)) && !notIn.includes(state) ? named : null;
  }
  // Whatever a worker is reminded of is found on the page too.
  return REMINDERS[rule].some(({ to }) => to === 'worker') ? ruleOf(rule).name : null;
}
