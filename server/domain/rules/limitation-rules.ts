import type { DeadlineEventKind } from '../deadline-events.ts';
import { defineRules, on, type Trigger, years } from '../deadline-rule.ts';
import { cite } from '../laws.ts';
import { ofAll, PERFORMED_FOR_ALL } from './dispute-over.ts';
import { IN_FORCE } from './in-force.ts';

/**
 * What interrupts (A2): O33 27, and in negotiation and mediation O17 31. The request itself and each later
 * event count, so every one of them starts the year again.
 */
const INTERRUPTIONS: DeadlineEventKind[] = [
  'claim-made',
  'relief-asked',
  'debt-acknowledged',
  'application-received',
  'inspection-complained',
  'payment-order-applied',
  'suit-filed',
  'negotiation-requested',
  'negotiation-refused',
  'negotiation-unanswered',
  'negotiation-stopped',
  'negotiation-expired',
  'settlement-breached',
  'other-side-refused',
  'mediation-withdrawn',
  'mediation-failed',
  'agreement-in-force',
  'agreement-breached',
  'instalment-missed',
];

/** What befell some of a group interrupts nothing for the others. */
const INTERRUPTED: Trigger[] = INTERRUPTIONS.map((kind) => ({ kind, unless: { ofSome: true } }));

const OBSTACLE = [{ by: 'obstacle-began', until: ['obstacle-ended'] }] as const;

/** Limitation: how long a right can still be claimed. */
export const LIMITATION_RULES = defineRules({
  A1: {
    name: { zh: '仲裁时效', en: 'limitation for arbitration' },
    versions: [
      { inForceFrom: IN_FORCE.LDMAA, basis: [cite('LDMAA', 27), cite('O33', [26, 28])], length: years(1) },
    ],
    actor: 'worker',
    plain: {
      zh: '申请仲裁的最后一天是{day}。',
      en: 'The last day to apply for arbitration is {day}.',
    },
    atEnd: {
      zh: '过了最后一天再申请仲裁，对方可以时效已过为由抗辩，请求可能得不到支持。',
      en: 'After the last day the other side can object that it is too late, and the claim may fail.',
    },
    subject: 'claimId',
    starts: on('right-known'),
    // An application for arbitration that was refused, sent elsewhere or withdrawn interrupts: the year runs again.
    // Of some of a group it does so for them alone, and the earlier end is the safe one for the others.
    restarts: ofAll('arbitration-refused', 'referred-elsewhere', 'arbitration-withdrawn'),
    interrupts: INTERRUPTIONS,
    pauses: OBSTACLE,
    ends: [...ofAll('arbitration-applied'), PERFORMED_FOR_ALL],
    heldWhile: { where: { wageArrears: true }, until: 'employment-ended' },
  },
  A2: {
    name: { zh: '仲裁时效中断', en: 'interruption of the limitation' },
    nature: 'modifier',
    versions: [
      {
        inForceFrom: IN_FORCE.LDMAA,
        basis: [cite('LDMAA', 27), cite('O33', [27, 28]), cite('O17', 31)],
        length: years(1),
      },
    ],
    actor: 'worker',
    plain: {
      zh: '时效从中断之日起重新计算，最后一天是{day}。',
      en: 'The year starts again on the day of the interruption; its last day is {day}.',
    },
    atEnd: {
      zh: '每一次中断都要留下书面证据。',
      en: 'Keep written proof of each interruption.',
    },
    starts: INTERRUPTED,
    restarts: INTERRUPTED,
    ends: [],
  },
  A10: {
    name: { zh: '申请强制执行期限', en: 'application for enforcement' },
    versions: [
      { inForceFrom: IN_FORCE.CPL2023, basis: [cite('CPL', 250)], length: years(2) },
      { inForceFrom: IN_FORCE.CPL2021, basis: [cite('CPL', 246)], length: years(2) },
      { inForceFrom: IN_FORCE.CPL2012, basis: [cite('CPL', 239)], length: years(2) },
      { inForceFrom: IN_FORCE.CPL2007, basis: [cite('CPL', 215)], length: years(2) },
    ],
    actor: 'creditor',
    plain: {
      zh: '申请法院强制执行的最后一天是{day}。',
      en: 'The last day to ask the court to enforce is {day}.',
    },
    atEnd: {
      zh: '过期申请的，对方可以提出异议。法院六个月未执行的，可以向上一级法院申请执行。',
      en: 'After that day the debtor can object. Six months without enforcement: ask the higher court.',
    },
    suspension: 'last-six-months',
    starts: [
      { kind: 'agreement-confirmed', from: 'performUntilOn' },
      { kind: 'award-in-force', from: 'performUntilOn' },
      { kind: 'judgment-in-force', from: 'performUntilOn' },
    ],
    interrupts: ['claim-made', 'debt-acknowledged'],
    pauses: OBSTACLE,
    ends: [...on('enforcement-applied'), PERFORMED_FOR_ALL],
  },
  A11: {
    name: { zh: '诉讼时效（劳务等民事案件）', en: 'limitation in civil cases' },
    versions: [
      { inForceFrom: IN_FORCE.CivilCode, basis: [cite('CivilCode', 188)], length: years(3) },
      // The General Provisions carried the same article number and the same three years.
      { inForceFrom: IN_FORCE.CivilGeneral, basis: [cite('CivilCode', 188)], length: years(3) },
    ],
    actor: 'worker',
    plain: { zh: '向法院起诉的最后一天是{day}。', en: 'The last day to sue in court is {day}.' },
    atEnd: {
      zh: '过了最后一天再起诉，对方可以时效已过为由抗辩。',
      en: 'After that day the other side can object that it is too late.',
    },
    subject: 'claimId',
    suspension: 'six-months-after',
    starts: on('right-known'),
    interrupts: [
      'claim-made',
      'debt-acknowledged',
      'relief-asked',
      'application-received',
      'suit-filed',
      'payment-order-applied',
    ],
    pauses: OBSTACLE,
    ends: [PERFORMED_FOR_ALL],
  },
});
