import {
  calendarDays,
  defineRules,
  on,
  type Pause,
  type RuleVersion,
  type Trigger,
  workingDays,
} from '../deadline-rule.ts';
import { type Basis, cite } from '../laws.ts';
import { ARBITRATION_OVER, PERFORMED_FOR_ALL } from './dispute-over.ts';
import { IN_FORCE } from './in-force.ts';

const byLaw = (length: RuleVersion['length'], ...basis: Basis[]): RuleVersion[] => [
  { inForceFrom: IN_FORCE.LDMAA, basis, length },
];
const byRules = (length: RuleVersion['length'], ...basis: Basis[]): RuleVersion[] => [
  { inForceFrom: IN_FORCE.O33, basis, length },
];
const ASK = { zh: '可以向仲裁委员会查询。', en: 'Ask the commission how it stands.' };
const COURT = {
  zh: '逾期未作出决定或者裁决的，可以直接向法院起诉。',
  en: 'If nothing is decided by then, the court is open.',
};

/** O33 46(2): while papers are awaited the commission is not late; complete, the day of receipt starts again. */
const PAPERS_AWAITED: Pause = { by: 'papers-asked', until: ['papers-completed'] };
/**
 * Accepted, refused, or told in writing to apply to the commission that is competent (LDMAA 29, O33 31); or the court,
 * which is open when the commission is silent, has been asked.
 */
const ADMISSION_DECIDED: Trigger[] = [
  ...on('arbitration-accepted', 'arbitration-refused', 'referred-elsewhere', 'suit-filed'),
  ...ARBITRATION_OVER,
];

// Three, five and ten days are working days in arbitration; fifteen and forty-five are calendar days (O33 80).
/** From the application for arbitration to the hearing. */
export const ARBITRATION_RULES = defineRules({
  A3: {
    name: { zh: '仲裁受理期限', en: 'acceptance by the commission' },
    versions: byLaw(workingDays(5), cite('LDMAA', 29), cite('O33', [29, 31])),
    actor: 'commission',
    plain: {
      zh: '仲裁委员会应当在{day}之前（含当日）决定是否受理。',
      en: 'The commission has until {day} to accept or refuse the case.',
    },
    atEnd: {
      zh: '不予受理或者逾期未作出决定的，可以向法院起诉。',
      en: 'Refused, or silent by then: the court is open.',
    },
    starts: [{ kind: 'arbitration-applied', unless: { collective: true } }],
    restarts: on('papers-completed'),
    pauses: [
      PAPERS_AWAITED,
      {
        // O33 69: agreed mediation waits.
        by: 'mediation-advice-agreed',
        until: ['mediation-failed', 'mediation-withdrawn', 'mediation-terminated'],
      },
    ],
    ends: ADMISSION_DECIDED,
  },
  'A3-elsewhere': {
    name: { zh: '告知有管辖权的仲裁委员会', en: 'naming the competent commission' },
    versions: byRules(workingDays(5), cite('O33', [29, 31])),
    actor: 'commission',
    plain: {
      zh: '仲裁委员会应当在{day}之前（含当日）书面告知应当向哪里申请。',
      en: 'The commission has until {day} to say in writing where to apply.',
    },
    atEnd: ASK,
    starts: [{ kind: 'arbitration-applied', where: { wrongCommission: true } }],
    ends: [...on('referred-elsewhere', 'arbitration-accepted'), ...ARBITRATION_OVER],
  },
  'A3-papers': {
    name: { zh: '一次性告知补正', en: 'naming the missing papers' },
    versions: byRules(workingDays(5), cite('O33', 30, 46)),
    actor: 'commission',
    plain: {
      zh: '仲裁委员会应当在{day}之前（含当日）一次性告知要补哪些材料。',
      en: 'The commission has until {day} to name all missing papers at once.',
    },
    atEnd: ASK,
    starts: [{ kind: 'arbitration-applied', where: { papersMissing: true } }],
    ends: [
      ...on('papers-asked', 'papers-completed', 'arbitration-accepted', 'arbitration-refused'),
      ...ARBITRATION_OVER,
    ],
  },
  A4: {
    name: { zh: '送达申请书副本', en: 'service of the application on the respondent' },
    versions: byLaw(workingDays(5), cite('LDMAA', 30), cite('O33', 33)),
    actor: 'commission',
    plain: {
      zh: '仲裁委员会应当在{day}之前（含当日）把申请书副本送达对方。',
      en: 'The commission has until {day} to serve the application on the other side.',
    },
    atEnd: ASK,
    starts: on('arbitration-accepted'),
    // Who defends or is heard has had the copy, though nobody may have told its day.
    ends: [...on('application-copy-served', 'defence-received', 'hearing-held'), ...ARBITRATION_OVER],
  },
  'A4-panel': {
    name: { zh: '告知仲裁庭组成', en: 'naming the panel' },
    versions: byLaw(workingDays(5), cite('LDMAA', 32), cite('O33', 37)),
    actor: 'commission',
    plain: {
      zh: '仲裁委员会应当在{day}之前（含当日）书面告知仲裁庭组成。',
      en: 'The commission has until {day} to name the panel in writing.',
    },
    atEnd: ASK,
    starts: on('arbitration-accepted'),
    ends: [...on('panel-told', 'collective-notice-given', 'hearing-held'), ...ARBITRATION_OVER],
  },
  'A4-defence': {
    name: { zh: '答辩期（含管辖异议、反申请）', en: 'defence, objection to jurisdiction, counterclaim' },
    versions: byLaw(workingDays(10), cite('LDMAA', 30), cite('O33', 10, 33, 36)),
    actor: 'respondent',
    plain: {
      zh: '被申请人应当在{day}之前（含当日）提交答辩书；管辖异议和反申请也在此期限内提出。',
      en: 'The respondent has until {day} for the defence, an objection to jurisdiction and a counterclaim.',
    },
    atEnd: { zh: '不提交答辩书的，不影响仲裁进行。', en: 'Without a defence the arbitration goes on.' },
    starts: on('application-copy-served'),
    ends: [...on('defence-received', 'hearing-held'), ...ARBITRATION_OVER],
  },
  'A4-pass-on': {
    name: { zh: '送达答辩书副本', en: 'passing on the defence' },
    versions: byLaw(workingDays(5), cite('LDMAA', 30), cite('O33', 33)),
    actor: 'commission',
    plain: {
      zh: '仲裁委员会应当在{day}之前（含当日）把答辩书副本送达申请人。',
      en: 'The commission has until {day} to pass the defence on to the applicant.',
    },
    atEnd: ASK,
    starts: on('defence-received'),
    ends: [...on('defence-passed-on', 'hearing-held'), ...ARBITRATION_OVER],
  },
  'A4-counterclaim': {
    name: { zh: '决定是否受理反申请', en: 'answer to the counterclaim' },
    versions: byRules(workingDays(5), cite('O33', 36)),
    actor: 'commission',
    plain: {
      zh: '仲裁委员会应当在{day}之前（含当日）决定是否受理反申请。',
      en: 'The commission has until {day} to answer the counterclaim.',
    },
    atEnd: ASK,
    starts: on('counterclaim-received'),
    ends: [...on('counterclaim-decided', 'counterclaim-joined'), ...ARBITRATION_OVER],
  },
  A5: {
    name: { zh: '送达开庭通知', en: 'notice of the hearing' },
    versions: byLaw(workingDays(5), cite('LDMAA', 35)),
    direction: 'backward',
    actor: 'commission',
    plain: {
      zh: '仲裁庭最迟应当在{day}书面通知开庭日期和地点。',
      en: 'The notice of the hearing must reach the parties by {day}.',
    },
    atEnd: {
      zh: '通知过迟的，可以请求另定开庭日期。',
      en: 'A late notice is a ground to ask for another day.',
    },
    subject: 'hearingId',
    starts: [{ kind: 'hearing-set', from: 'hearingOn' }],
    restarts: [{ kind: 'hearing-set', from: 'hearingOn' }],
    ends: [...on('hearing-notified', 'hearing-held'), ...ARBITRATION_OVER],
  },
  'A5-postpone': {
    name: { zh: '申请延期开庭', en: 'request to postpone the hearing' },
    versions: byLaw(workingDays(3), cite('LDMAA', 35)),
    direction: 'backward',
    actor: 'either-party',
    plain: {
      zh: '有正当理由要延期开庭的，最迟在{day}提出。',
      en: 'With good reason the hearing can be asked to be postponed until {day}.',
    },
    atEnd: {
      zh: '是否延期由仲裁委员会决定；无正当理由不到庭，申请人视为撤回申请。',
      en: 'The commission decides. An applicant who stays away without good reason counts as having withdrawn.',
    },
    subject: 'hearingId',
    starts: [{ kind: 'hearing-set', from: 'hearingOn' }],
    restarts: [{ kind: 'hearing-set', from: 'hearingOn' }],
    ends: [...on('postponement-asked', 'hearing-held'), ...ARBITRATION_OVER],
  },
  'A5-hearing': {
    name: { zh: '开庭', en: 'hearing' },
    versions: byLaw(null, cite('LDMAA', [35, 36])),
    roll: 'none',
    actor: 'both-parties',
    plain: { zh: '{day}开庭。', en: 'The hearing is on {day}.' },
    atEnd: {
      zh: '无正当理由不到庭的，申请人可以视为撤回仲裁申请，被申请人可以缺席裁决。',
      en: 'Without good reason for staying away, an applicant may count as having withdrawn, and a respondent may be ruled against in absence.',
    },
    subject: 'hearingId',
    starts: [{ kind: 'hearing-set', from: 'hearingOn' }],
    restarts: [{ kind: 'hearing-set', from: 'hearingOn' }],
    ends: [...on('hearing-held'), ...ARBITRATION_OVER],
  },
  A6: {
    name: { zh: '仲裁审理期限', en: 'award' },
    versions: byLaw(calendarDays(45), cite('LDMAA', 43), cite('O33', [45, 47], 58)),
    actor: 'commission',
    plain: { zh: '仲裁庭应当在{day}之前（含当日）作出裁决。', en: 'The award is due by {day}.' },
    atEnd: {
      zh: '逾期未裁决的，可以就该争议向法院起诉。案情复杂的，经批准并书面告知可以延长，最多十五日。',
      en: 'Without an award by then the court is open. In a complex case up to 15 more days, approved and told in writing.',
    },
    starts: on('arbitration-accepted'),
    restarts: on('party-added', 'claims-changed', 'counterclaim-joined', 'case-moved'),
    pauses: [
      { by: 'arbitration-suspended', until: ['arbitration-resumed'] },
      { by: 'public-notice-began', until: ['public-notice-ended'] },
    ],
    extension: { by: 'extension-approved', cap: 15, approvedBy: 'head-of-body' },
    // Late, the court is open, and a suit takes the dispute there (LDMAA 43).
    ends: [...on('award-received', 'suit-filed'), ...ARBITRATION_OVER],
  },
  A7: {
    name: { zh: '仲裁期限重新计算', en: 'the 45 days start again' },
    nature: 'modifier',
    versions: byRules(calendarDays(45), cite('O33', 46, 47)),
    actor: 'commission',
    plain: {
      zh: '审理期限从这一事件起重新计算，到{day}届满。',
      en: 'The 45 days start again with this event and end on {day}.',
    },
    atEnd: COURT,
    starts: on('party-added', 'claims-changed', 'counterclaim-joined', 'case-moved'),
    restarts: on('party-added', 'claims-changed', 'counterclaim-joined', 'case-moved'),
    ends: [...on('award-received'), ...ARBITRATION_OVER],
  },
  A9: {
    name: { zh: '集体争议受理期限', en: 'acceptance of a collective case' },
    versions: byRules(workingDays(5), cite('LDMAA', 7), cite('O33', 5, [62, 66])),
    actor: 'commission',
    plain: {
      zh: '十人以上集体争议，仲裁委员会应当在{day}之前（含当日）决定是否受理。',
      en: 'Ten or more workers: the commission has until {day} to accept or refuse.',
    },
    atEnd: {
      zh: '优先处理；可以推举三至五名代表，变更或放弃请求、承认对方请求、和解须经被代表的每个人同意。',
      en: 'Such cases have priority. Three to five representatives may be chosen; a change or waiver of claims, an admission or a settlement needs the consent of each one represented.',
    },
    starts: [{ kind: 'arbitration-applied', where: { collective: true } }],
    restarts: on('papers-completed'),
    pauses: [PAPERS_AWAITED],
    ends: ADMISSION_DECIDED,
  },
  'A9-notice': {
    name: { zh: '集体争议一次性通知', en: 'one notice in a collective case' },
    versions: byRules(workingDays(5), cite('O33', [62, 66])),
    actor: 'commission',
    plain: {
      zh: '仲裁委员会应当在{day}之前（含当日）把仲裁庭、答辩期、举证期、开庭时间地点一次性通知。',
      en: 'The commission has until {day} to tell panel, defence, evidence and hearing in one notice.',
    },
    atEnd: ASK,
    starts: [{ kind: 'arbitration-accepted', where: { collective: true } }],
    ends: [...on('collective-notice-given', 'hearing-held'), ...ARBITRATION_OVER],
  },
  A14: {
    name: { zh: '委托调解期限', en: 'mediation delegated by the tribunal' },
    versions: byRules(workingDays(10), cite('O33', 69, 70)),
    actor: 'organisation',
    plain: {
      zh: '仲裁庭委托的调解应当在{day}之前（含当日）结束。',
      en: 'The mediation that the tribunal delegated is to end by {day}.',
    },
    atEnd: { zh: '调解不成的，恢复开庭审理。', en: 'Without an agreement the hearing follows.' },
    starts: on('delegated-mediation-agreed'),
    ends: [
      ...on('agreement-in-force', 'mediation-failed', 'mediation-withdrawn', 'mediation-terminated'),
      PERFORMED_FOR_ALL,
    ],
  },
});
