import type { PayerKind } from '../agreement.ts';
import type { MediationCase } from '../case.ts';
import { AGREED_STATES } from '../case-state.ts';
import { Fault } from '../fault.ts';
import { toldDays } from '../line-days.ts';
import type { PartialDay } from '../partial-day.ts';
import { type PaymentGround, paidFen } from '../payment.ts';
import type { Sum } from '../worker.ts';
import type { CaseAction, Lack } from './case-action.ts';
import { performedEvent, withoutMissesPaidInTime } from './clock-events.ts';
import { endForWorkers } from './worker-outcomes.ts';

export interface RecordPerformanceInput {
  performedOn: PartialDay | null;
  /** 回访: the day on which a worker said that all has arrived. */
  calledBackOn: PartialDay | null;
  sum: Sum | null;
  payer: PayerKind;
  ground: PaymentGround;
  workersPaid: number | null;
  note: string | null;
}

/**
 * 已履行: all that was owed has been done, with the worker's word for it. Where the money was put on the table
 * before anything was signed, the case ends so without an agreement (即时履行).
 */
export const recordPerformance: CaseAction<RecordPerformanceInput> = {
  from: [
    ...AGREED_STATES,
    'in-mediation',
    'failed',
    'handed-to-arbitration',
    'arbitration-accepted',
    'awarded',
    'settled-in-arbitration',
  ],
  by: ['mediator', 'head'],
  lacks: (subject): Lack[] => {
    const { payments = [] } = subject;
    const open = openInstalments(subject);
    const lacks: Lack[] = [];
    if (open.length > 0) {
      lacks.push({
        code: 'instalments',
        zh: `还有${open.length}笔款项未记录到账`,
        en: `${open.length} instalments are not recorded as paid`,
      });
    } else if (payments.length === 0) {
      lacks.push({ code: 'proof-of-payment', zh: '尚无付款记录', en: 'no payment is recorded' });
    }
    return lacks;
  },
  happenedOn: ({ performedOn, calledBackOn }) => ({ performedOn, calledBackOn }),
  inOrder: [],
  movesOn: 'performedOn',
  apply: (subject, { performedOn, calledBackOn, sum, payer, ground, workersPaid, note }, { newId }) => {
    if (!isWholeKept(subject, sum)) {
      const count = String(openInstalments(subject).length);
      throw new Fault('instalments_open', { pointer: '/sum', params: { count } });
    }
    const { workers } = endForWorkers(subject, { kind: 'settled', on: performedOn, workerIds: null });
    const payment = {
      id: newId(),
      instalmentId: null,
      paidOn: performedOn,
      workerConfirmedOn: calledBackOn,
      sum,
      payer,
      ground,
      workerIds: null,
      workersPaid,
    };
    const told = sum !== null || workersPaid !== null;
    const instalmentIds = openInstalments(subject).map(({ id }) => id);
    const clock = withoutMissesPaidInTime(subject.clock, { paidOn: performedOn, instalmentIds });
    return {
      state: 'performed',
      set: { workers, clock, ...(told ? { payments: [...(subject.payments ?? []), payment] } : {}) },
      events: performedEvent(subject, performedOn),
      facts: [
        {
          kind: 'performed',
          happenedOn: performedOn,
          ...toldDays('performed', { calledBackOn }),
          note,
          ...(sum === null ? {} : { sum }),
          ...(workersPaid === null ? {} : { workers: workersPaid }),
        },
      ],
    };
  },
};

function openInstalments({ agreements }: MediationCase) {
  return agreements.flatMap(({ instalments }) => instalments).filter(({ paidOn }) => paidOn === null);
}

/**
 * The worker's rights end with performance, so the money must be there: each instalment recorded, or a sum told that
 * with what came before makes up all that was agreed. What happened before a case was taken over is taken as told.
 */
function isWholeKept(subject: MediationCase, sum: Sum | null): boolean {
  const open = openInstalments(subject);
  if (open.length === 0 || subject.origin) return true;
  if (sum === null) return false;
  const { payments = [] } = subject;
  const paid =
    paidFen(
      payments,
      open.map(({ id }) => id),
    ) + sum.fen;
  return paid >= open.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0);
}
