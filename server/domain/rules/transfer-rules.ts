import { defineRules, on, workingDays } from '../deadline-rule.ts';
import { IN_FORCE } from './in-force.ts';

// No statute sets these: they are the alliance's own limits, and each alliance may set its own numbers.
const ownLimit = (days: number) => [{ inForceFrom: IN_FORCE.LDMAA, basis: [], length: workingDays(days) }];

/** Cases between unions of different cities. */
export const TRANSFER_RULES = defineRules({
  T1: {
    name: { zh: '确认收到移送', en: 'acknowledgement of the transfer' },
    versions: ownLimit(3),
    standing: 'alliance',
    actor: 'receiving-city',
    plain: {
      zh: '接收地工会应当在{day}之前（含当日）确认收到。',
      en: 'The receiving city has until {day} to acknowledge.',
    },
    atEnd: { zh: '提醒双方负责人。', en: 'Both heads are told.' },
    subject: 'transferId',
    starts: on('transfer-sent'),
    ends: on('transfer-acknowledged', 'transfer-accepted', 'transfer-returned', 'transfer-cancelled'),
  },
  T2: {
    name: { zh: '接收或者退回移送', en: 'acceptance or return of the transfer' },
    versions: ownLimit(5),
    standing: 'alliance',
    actor: 'receiving-city',
    plain: {
      zh: '接收地工会应当在{day}之前（含当日）决定接收或者退回。',
      en: 'The receiving city has until {day} to accept or return the case.',
    },
    atEnd: {
      zh: '逾期未答复的，案件自动退回移送方，并告知双方负责人。',
      en: 'Silence brings the case back by itself; both heads are told.',
    },
    subject: 'transferId',
    starts: on('transfer-sent'),
    ends: on('transfer-accepted', 'transfer-returned', 'transfer-cancelled'),
  },
  T3: {
    name: { zh: '反馈办理进展', en: 'report of progress' },
    versions: ownLimit(10),
    standing: 'alliance',
    actor: 'receiving-city',
    plain: {
      zh: '接收地工会应当在{day}之前（含当日）反馈进展。',
      en: 'The receiving city has until {day} to report progress.',
    },
    atEnd: { zh: '提醒双方负责人。', en: 'Both heads are told.' },
    subject: 'transferId',
    starts: on('transfer-accepted'),
    restarts: on('transfer-progress-reported'),
    ends: on('transfer-closed', 'transfer-result-reported', 'transfer-returned'),
  },
  T4: {
    name: { zh: '反馈办理结果', en: 'report of the result' },
    versions: ownLimit(5),
    standing: 'alliance',
    actor: 'receiving-city',
    plain: {
      zh: '接收地工会应当在{day}之前（含当日）反馈结果。',
      en: 'The receiving city has until {day} to report the result.',
    },
    atEnd: { zh: '提醒双方负责人。', en: 'Both heads are told.' },
    subject: 'transferId',
    starts: on('transfer-closed'),
    ends: on('transfer-result-reported'),
  },
});
