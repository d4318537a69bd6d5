import { calendarDays, defineRules, on, workingDays, years } from '../deadline-rule.ts';
import { cite } from '../laws.ts';
import { IN_FORCE } from './in-force.ts';

const ASK = { zh: '可以向办理机关查询。', en: 'Ask the authority how it stands.' };
const INJURY = IN_FORCE.Injury;

/** Labour inspection, work injury, legal aid. */
export const AUTHORITY_RULES = defineRules({
  A12: {
    name: { zh: '劳动监察查处时效', en: 'limit for labour inspection' },
    versions: [{ inForceFrom: IN_FORCE.Inspection, basis: [cite('Inspection', 20)], length: years(2) }],
    actor: 'worker',
    plain: {
      zh: '向劳动监察投诉的最后一天是{day}。',
      en: 'The last day to complain to labour inspection is {day}.',
    },
    atEnd: {
      zh: '违法行为两年内未被发现也未被投诉的，不再查处；已经进入仲裁或者诉讼的，监察不受理。',
      en: 'After that day inspection no longer takes it up. It is closed to what is already before a commission or court.',
    },
    starts: [{ kind: 'breach-occurred', unless: { continuing: true } }, { kind: 'breach-ended' }],
    restarts: on('breach-ended'),
    ends: on('inspection-complained', 'inspection-accepted', 'inspection-filed'),
  },
  'A12-accept': {
    name: { zh: '监察投诉受理', en: 'acceptance by labour inspection' },
    versions: [
      { inForceFrom: IN_FORCE.InspectionRules, basis: [cite('InspectionRules', 18)], length: workingDays(5) },
    ],
    actor: 'authority',
    plain: {
      zh: '劳动监察应当在{day}之前（含当日）决定是否受理。',
      en: 'Labour inspection has until {day} to accept the complaint.',
    },
    atEnd: ASK,
    starts: on('inspection-complained'),
    ends: on('inspection-accepted', 'inspection-refused', 'inspection-filed', 'inspection-decided'),
  },
  'A12-close': {
    name: { zh: '监察办结期限', en: 'end of the inspection' },
    versions: [
      { inForceFrom: IN_FORCE.Inspection, basis: [cite('Inspection', 17, 21)], length: workingDays(60) },
    ],
    actor: 'authority',
    plain: {
      zh: '劳动监察应当在{day}之前（含当日）办结。',
      en: 'Labour inspection has until {day} to finish.',
    },
    atEnd: {
      zh: '情况复杂的，经批准可以延长三十个工作日。',
      en: 'In a complex case 30 more working days, with approval.',
    },
    starts: on('inspection-filed'),
    extension: { by: 'extension-approved', cap: 30, approvedBy: 'head-of-body' },
    ends: on('inspection-decided'),
  },
  A13: {
    name: { zh: '用人单位申请工伤认定', en: 'work injury: application by the employer' },
    versions: [{ inForceFrom: INJURY, basis: [cite('Injury', 17)], length: calendarDays(30) }],
    actor: 'employer',
    plain: {
      zh: '用人单位应当在{day}之前（含当日）申请工伤认定。',
      en: 'The employer has until {day} to report the injury for recognition.',
    },
    atEnd: {
      zh: '用人单位不申请的，职工、近亲属或者工会可以在一年内申请；逾期期间的工伤费用由用人单位负担。',
      en: 'If it does not, the worker, kin or the union may within one year; the employer bears the costs until then.',
    },
    starts: on('injury-occurred'),
    ends: on('injury-claim-made', 'injury-claim-accepted', 'injury-decided'),
  },
  'A13-worker': {
    name: { zh: '职工、近亲属或工会申请工伤认定', en: 'work injury: application by worker, kin or union' },
    versions: [{ inForceFrom: INJURY, basis: [cite('Injury', 17)], length: years(1) }],
    actor: 'worker',
    plain: {
      zh: '您、近亲属或者工会申请工伤认定的最后一天是{day}。',
      en: 'The worker, kin or the union can apply for recognition until {day}.',
    },
    atEnd: {
      zh: '过了这一天一般不再受理。',
      en: 'After that day the application is as a rule not accepted.',
    },
    starts: on('injury-occurred'),
    ends: on('injury-claim-made', 'injury-claim-accepted', 'injury-decided'),
  },
  'A13-decision': {
    name: { zh: '工伤认定期限', en: 'decision on the injury' },
    versions: [{ inForceFrom: INJURY, basis: [cite('Injury', 20)], length: calendarDays(60) }],
    actor: 'authority',
    plain: {
      zh: '工伤认定应当在{day}之前（含当日）作出。',
      en: 'The decision on the injury is due by {day}.',
    },
    atEnd: ASK,
    starts: [{ kind: 'injury-claim-accepted', unless: { clear: true } }],
    pauses: [{ by: 'injury-decision-suspended', until: ['injury-decision-resumed'] }],
    ends: on('injury-decided'),
  },
  'A13-clear': {
    name: { zh: '工伤认定期限（事实清楚）', en: 'decision on a clear injury' },
    versions: [{ inForceFrom: INJURY, basis: [cite('Injury', 20)], length: calendarDays(15) }],
    actor: 'authority',
    plain: {
      zh: '事实清楚的工伤认定应当在{day}之前（含当日）作出。',
      en: 'Facts being clear, the decision is due by {day}.',
    },
    atEnd: ASK,
    starts: [{ kind: 'injury-claim-accepted', where: { clear: true } }],
    pauses: [{ by: 'injury-decision-suspended', until: ['injury-decision-resumed'] }],
    ends: on('injury-decided'),
  },
  'A13-appraisal': {
    name: { zh: '劳动能力鉴定期限', en: 'appraisal of working capacity' },
    versions: [{ inForceFrom: INJURY, basis: [cite('Injury', 25)], length: calendarDays(60) }],
    actor: 'authority',
    plain: { zh: '劳动能力鉴定应当在{day}之前（含当日）作出。', en: 'The appraisal is due by {day}.' },
    atEnd: { zh: '必要时可以延长三十日。', en: 'Up to 30 more days where needed.' },
    starts: on('appraisal-applied'),
    extension: { by: 'extension-approved', cap: 30, approvedBy: 'head-of-body' },
    ends: on('appraisal-made', 'appraisal-received'),
  },
  'A13-again': {
    name: { zh: '申请再次鉴定', en: 'second appraisal' },
    versions: [{ inForceFrom: INJURY, basis: [cite('Injury', 26)], length: calendarDays(15) }],
    actor: 'either-party',
    plain: {
      zh: '不服鉴定结论的，最迟在{day}申请再次鉴定。',
      en: 'A second appraisal can be asked for until {day}.',
    },
    atEnd: { zh: '逾期不再受理。', en: 'After that day it is closed.' },
    starts: on('appraisal-received'),
    ends: on('reappraisal-applied'),
  },
  'A13-review': {
    name: { zh: '复查鉴定', en: 'review of the appraisal' },
    nature: 'earliest-day',
    versions: [{ inForceFrom: INJURY, basis: [cite('Injury', 28)], length: years(1) }],
    roll: 'none',
    actor: 'either-party',
    plain: {
      zh: '{day}之后，伤残情况有变化的可以申请复查鉴定。',
      en: 'If the condition has changed, a review can be asked for after {day}.',
    },
    atEnd: { zh: '没有最后期限。', en: 'There is no last day.' },
    starts: on('appraisal-made'),
    restarts: on('appraisal-made'),
    ends: [],
  },
  A16: {
    name: { zh: '法律援助审查', en: 'decision on legal aid' },
    versions: [
      { inForceFrom: IN_FORCE.LegalAid, basis: [cite('LegalAid', [42, 44])], length: calendarDays(7) },
    ],
    actor: 'authority',
    plain: {
      zh: '法律援助机构应当在{day}之前（含当日）作出决定。',
      en: 'The legal aid office has until {day} to decide.',
    },
    atEnd: {
      zh: '离时效或者期限届满不足七日的，可以先行提供援助；农民工工资和工伤案件不查经济状况。',
      en: 'With fewer than seven days to a limit, aid may come first. Means are not checked for migrant workers’ wage and injury claims.',
    },
    starts: on('legal-aid-applied'),
    ends: on('legal-aid-decided'),
  },
  'A16-lawyer': {
    name: { zh: '指派援助律师', en: 'naming the lawyer' },
    versions: [{ inForceFrom: IN_FORCE.LegalAid, basis: [cite('LegalAid', 43)], length: calendarDays(3) }],
    actor: 'authority',
    plain: {
      zh: '法律援助机构应当在{day}之前（含当日）指派律师。',
      en: 'The legal aid office has until {day} to name a lawyer.',
    },
    atEnd: ASK,
    starts: [{ kind: 'legal-aid-decided', unless: { granted: false } }],
    ends: on('lawyer-assigned'),
  },
  'A16-objection': {
    name: { zh: '法律援助异议审查', en: 'decision on the objection' },
    versions: [{ inForceFrom: IN_FORCE.LegalAid, basis: [cite('LegalAid', 49)], length: calendarDays(5) }],
    actor: 'authority',
    plain: {
      zh: '司法行政部门应当在{day}之前（含当日）审查异议。',
      en: 'The justice bureau has until {day} to decide on the objection.',
    },
    atEnd: ASK,
    starts: on('legal-aid-objected'),
    ends: on('legal-aid-reviewed'),
  },
});
