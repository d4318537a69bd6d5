import type { Agreement, PayerKind } from '../agreement.ts';
import type { MediationCase } from '../case.ts';
import { AGREED_STATES, OPEN_STATES } from '../case-state.ts';
import { Fault } from '../fault.ts';
import type { PartialDay } from '../partial-day.ts';
import type { Payment, PaymentGround } from '../payment.ts';
import { isInDispute, type Sum } from '../worker.ts';
import type { CaseAction, CaseChange } from './case-action.ts';
import { clockEvent } from './clock-events.ts';

export interface RecordPaymentInput {
  /** The instalment that was paid; null for money that no plan foresaw: interim, advance, enforcement, an award. */
  instalmentId: string | null;
  paidOn: PartialDay | null;
  /** A payment counts when the worker says that it arrived. */
  workerConfirmedOn: PartialDay | null;
  /** Null where nobody says how much; of an instalment it is then the sum that was agreed. */
  sum: Sum | null;
  payer: PayerKind;
  ground: PaymentGround;
  workerIds: string[] | null;
  workersPaid: number | null;
  note: string | null;
}

/** Money arrived. The last instalment of all makes the case performed (已履行). */
export const recordPayment: CaseAction<RecordPaymentInput> = {
  from: [...OPEN_STATES, 'performed', 'settled-in-arbitration'],
  by: ['mediator', 'head', 'clerk'],
  happenedOn: ({ paidOn, workerConfirmedOn }) => ({ paidOn, workerConfirmedOn }),
  inOrder: [['paidOn', 'workerConfirmedOn']],
  movesOn: null,
  apply: (subject, input, { newId }) => {
    const { instalmentId, paidOn } = input;
    const agreements =
      instalmentId === null ? subject.agreements : withPayment(subject, instalmentId, paidOn);
    const sum = input.sum ?? (instalmentId === null ? null : sumOf(agreements, instalmentId));
    const paid: CaseChange = {
      state: subject.state,
      set: {
        agreements,
        payments: [...(subject.payments ?? []), paymentOf(input, { id: newId(), sum })],
      },
      events: instalmentId === null ? [] : paidEvents(paidOn, instalmentId),
      facts: [
        {
          kind: instalmentId === null ? 'payment-received' : 'instalment-paid',
          happenedOn: paidOn,
          reason: input.ground,
          note: input.note,
          ...(instalmentId === null ? {} : { about: instalmentId }),
          ...(sum === null ? {} : { sum }),
          ...payeesOf(input),
        },
      ],
    };
    const isLast =
      instalmentId !== null &&
      AGREED_STATES.includes(subject.state) &&
      isKeptInFull({ ...subject, agreements });
    return isLast ? asPerformed(paid, paidOn) : paid;
  },
};

function paymentOf({ note: _, ...input }: RecordPaymentInput, given: Pick<Payment, 'id' | 'sum'>): Payment {
  return { ...input, ...given };
}

function payeesOf({ workerIds, workersPaid }: RecordPaymentInput): { workers?: number } {
  const workers = workersPaid ?? workerIds?.length;
  return workers === undefined ? {} : { workers };
}

/** Without its day the instalment is still paid, so that nobody is reminded of it any more. */
function paidEvents(paidOn: PartialDay | null, instalmentId: string) {
  return clockEvent(paidOn, { kind: 'instalment-paid', instalmentId });
}

function withPayment(
  { agreements }: MediationCase,
  instalmentId: string,
  paidOn: PartialDay | null,
): Agreement[] {
  const open = agreements.some(({ instalments }) =>
    instalments.some((row) => row.id === instalmentId && row.paidOn === null),
  );
  if (!open) throw new Fault('instalment_not_found', { pointer: '/instalmentId' });
  if (paidOn === null) throw new Fault('day_missing', { pointer: '/paidOn' });
  return agreements.map((agreement) => ({
    ...agreement,
    instalments: agreement.instalments.map((row) => (row.id === instalmentId ? { ...row, paidOn } : row)),
  }));
}

function sumOf(agreements: readonly Agreement[], instalmentId: string): Sum | null {
  const row = agreements.flatMap(({ instalments }) => instalments).find(({ id }) => id === instalmentId);
  const fen = row?.amountFen ?? null;
  return fen === null ? null : { fen, precision: 'exact' };
}

/** Every instalment is paid, every duty done, and nobody of the group is still in dispute. */
function isKeptInFull({ agreements, workers }: Pick<MediationCase, 'agreements' | 'workers'>): boolean {
  return (
    agreements.every(
      ({ instalments, duties = [] }) =>
        instalments.every(({ paidOn }) => paidOn !== null) && duties.every(({ doneOn }) => doneOn !== null),
    ) && !workers.some(isInDispute)
  );
}

function asPerformed(change: CaseChange, on: PartialDay | null): CaseChange {
  return {
    ...change,
    state: 'performed',
    events: [...change.events, ...clockEvent(on, { kind: 'agreement-performed' })],
    facts: [...change.facts, { kind: 'performed', happenedOn: on, note: null }],
  };
}
