import type { DeadlineEventKind } from '../deadline-events.ts';
import { calendarDays, defineRules, on, type Trigger, workingDays } from '../deadline-rule.ts';
import { cite } from '../laws.ts';
import { ofAll, PERFORMED_FOR_ALL } from './dispute-over.ts';
import { IN_FORCE } from './in-force.ts';

const CLOSED: DeadlineEventKind[] = [
  'mediation-failed',
  'mediation-withdrawn',
  'mediation-terminated',
  'case-closed',
];
// An agreement of some of a group leaves the mediation of the others where it is.
const MEDIATION_OVER: Trigger[] = [...ofAll('agreement-in-force'), ...on(...CLOSED), PERFORMED_FOR_ALL];
// O17 29 knows no pause; both parties together may stop the period, since they may extend it without a cap.
const AGREED_PAUSE = [{ by: 'mediation-paused', until: ['mediation-resumed'], needsBoth: true }] as const;

/** Negotiation and mediation, up to the agreement or its failure. */
export const MEDIATION_RULES = defineRules({
  M1: {
    name: { zh: '受理期限', en: 'acceptance of the mediation' },
    versions: [{ inForceFrom: IN_FORCE.O17, basis: [cite('O17', 21, 22)], length: workingDays(3) }],
    standing: 'by-footing',
    actor: 'organisation',
    plain: {
      zh: '调解组织应当在{day}之前（含当日）决定是否受理。',
      en: 'The mediation body has until {day} to decide whether it takes the case.',
    },
    atEnd: {
      zh: '逾期未决定的，提醒调解组织负责人。对方不同意调解或者不予受理的，应当记录并书面告知。',
      en: 'If nothing is decided by then, the head of the organisation is alerted. A refusal, or the other side’s “no”, is recorded and told in writing.',
    },
    starts: on('application-received'),
    ends: [...on('mediation-accepted', 'mediation-not-accepted', 'other-side-refused'), ...MEDIATION_OVER],
  },
  M2: {
    name: { zh: '调解未果可申请仲裁的期限', en: 'mediation without agreement: the way to arbitration' },
    versions: [{ inForceFrom: IN_FORCE.LDMAA, basis: [cite('LDMAA', 14)], length: calendarDays(15) }],
    actor: 'either-party',
    plain: {
      zh: '到{day}还没有达成调解协议的，双方都可以申请仲裁。',
      en: 'If there is no agreement by {day}, either side may go to arbitration.',
    },
    atEnd: {
      zh: '期满未达成协议的，任何一方可以依法申请仲裁；调解本身可以继续。',
      en: 'Without an agreement by then, either side may apply for arbitration; the mediation itself may go on.',
    },
    starts: on('application-received'),
    ends: [
      ...on('mediation-not-accepted', 'other-side-refused'),
      ...ofAll('arbitration-applied'),
      ...MEDIATION_OVER,
    ],
  },
  M3: {
    name: { zh: '调解期限', en: 'end of the mediation' },
    versions: [{ inForceFrom: IN_FORCE.O17, basis: [cite('O17', 29)], length: calendarDays(15) }],
    standing: 'by-footing',
    actor: 'mediator',
    plain: {
      zh: '调解应当在{day}之前（含当日）结束。',
      en: 'The mediation is to end by {day}.',
    },
    atEnd: {
      zh: '期满未达成协议的，视为调解不成，可以申请仲裁。双方书面同意的，可以在期满前延长，法律没有上限。',
      en: 'Without an agreement by then the mediation counts as failed, and arbitration is open. Both parties together may extend it in writing before that day, without a cap.',
    },
    starts: on('mediation-accepted'),
    pauses: AGREED_PAUSE,
    extension: { by: 'mediation-extended', cap: null, approvedBy: 'both-parties' },
    ends: MEDIATION_OVER,
  },
  M3n: {
    name: { zh: '新就业形态劳动纠纷调解期限', en: 'end of the mediation (platform workers)' },
    versions: [
      { inForceFrom: IN_FORCE.Platform2024, basis: [cite('Platform2024')], length: calendarDays(15) },
    ],
    actor: 'mediator',
    plain: {
      zh: '调解应当在{day}之前（含当日）结束。',
      en: 'The mediation is to end by {day}.',
    },
    atEnd: {
      zh: '期满未达成协议的，调解结束，可以依法走仲裁或者诉讼。双方同意的可以延长，最长不超过十五日。',
      en: 'Without an agreement by then the mediation ends, and arbitration or a suit is open. Both parties together may extend it by at most 15 days.',
    },
    starts: on('mediation-accepted'),
    pauses: AGREED_PAUSE,
    extension: { by: 'mediation-extended', cap: 15, approvedBy: 'both-parties' },
    ends: MEDIATION_OVER,
  },
  M4: {
    name: { zh: '答复协商要求', en: 'answer to a request to negotiate' },
    versions: [{ inForceFrom: IN_FORCE.O17, basis: [cite('O17', 10, 31)], length: calendarDays(5) }],
    actor: 'respondent',
    plain: {
      zh: '对方应当在{day}之前（含当日）答复是否协商。',
      en: 'The other side has until {day} to answer the request to negotiate.',
    },
    atEnd: {
      zh: '逾期不回应的，视为不愿协商，可以申请调解或者仲裁；仲裁时效因此中断。',
      en: 'Silence counts as unwillingness: mediation or arbitration is open, and the limitation period is interrupted.',
    },
    starts: on('negotiation-requested'),
    ends: [
      ...on(
        'negotiation-agreed',
        'negotiation-refused',
        'negotiation-stopped',
        'settlement-breached',
        'case-closed',
      ),
      PERFORMED_FOR_ALL,
    ],
  },
  'M4-period': {
    name: { zh: '约定的协商期限', en: 'agreed time for negotiating' },
    versions: [{ inForceFrom: IN_FORCE.O17, basis: [cite('O17', 10, 31)], length: null }],
    actor: 'both-parties',
    plain: {
      zh: '双方书面约定协商到{day}为止。',
      en: 'Both sides agreed in writing to negotiate until {day}.',
    },
    atEnd: {
      zh: '期满未达成和解的，可以申请调解或者仲裁；仲裁时效因此中断。',
      en: 'Without a settlement by then, mediation or arbitration is open, and the limitation period is interrupted.',
    },
    starts: [{ kind: 'negotiation-agreed', from: 'dueOn' }],
    restarts: [{ kind: 'negotiation-agreed', from: 'dueOn' }],
    ends: [
      ...on('negotiation-stopped', 'negotiation-expired', 'settlement-breached', 'case-closed'),
      PERFORMED_FOR_ALL,
    ],
  },
  L1: {
    name: { zh: '及时书面告知不予受理', en: 'telling a refusal in writing' },
    versions: [{ inForceFrom: IN_FORCE.O17, basis: [cite('O17', 22)], length: null }],
    standing: 'local-target',
    actor: 'organisation',
    plain: {
      zh: '本单位要求在{day}之前书面告知申请人（法律只规定“及时”，没有天数）。',
      en: 'The organisation’s own target is to tell the applicant in writing by {day} (the law only says “promptly”).',
    },
    atEnd: { zh: '提醒调解组织负责人。', en: 'The head of the organisation is alerted.' },
    starts: on('mediation-not-accepted', 'other-side-refused'),
    ends: [...on('non-acceptance-notified', 'case-closed'), PERFORMED_FOR_ALL],
  },
});
