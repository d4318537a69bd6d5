import { undatedFen } from '../agreed-total.ts';
import type { Agreement, PayerKind } from '../agreement.ts';
import type { MediationCase } from '../case.ts';
import { AGREED_STATES, OPEN_STATES } from '../case-state.ts';
import { Fault } from '../fault.ts';
import type { PartialDay } from '../partial-day.ts';
import { type Payment, type PaymentGround, paidFen } from '../payment.ts';
import { isInDispute, type Sum } from '../worker.ts';
import type { CaseAction, CaseChange } from './case-action.ts';
import { clockEvent, performedEvent, withoutMissesPaidInTime } from './clock-events.ts';

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
  // Who withdraws on a promise may be paid all the same.
  from: [...OPEN_STATES, 'performed', 'withdrawn', 'terminated', 'settled-in-arbitration'],
  by: ['mediator', 'head', 'clerk'],
  happenedOn: ({ paidOn, workerConfirmedOn }) => ({ paidOn, workerConfirmedOn }),
  inOrder: [['paidOn', 'workerConfirmedOn']],
  movesOn: null,
  apply: (subject, input, { newId }) => {
    const { instalmentId, paidOn } = input;
    checkWorkers(subject, input);
    const instalment = instalmentId === null ? null : openInstalment(subject, input);
    const isWhole = instalment !== null && coversInstalment(subject, { instalment, sum: input.sum });
    const agreements = isWhole ? withPaid(subject, { ...instalment, paidOn }) : subject.agreements;
    const sum = input.sum ?? exactly(instalment?.amountFen ?? null);
    const paid: CaseChange = {
      state: subject.state,
      set: {
        agreements,
        ...(isWhole
          ? { clock: withoutMissesPaidInTime(subject.clock, { paidOn, instalmentIds: [instalment.id] }) }
          : {}),
        payments: [...(subject.payments ?? []), paymentOf(input, { id: newId(), sum })],
      },
      events: isWhole ? paidEvents(paidOn, instalment.id) : [],
      facts: [
        {
          kind: isWhole ? 'instalment-paid' : 'payment-received',
          happenedOn: paidOn,
          reason: input.ground,
          note: input.note,
          ...(instalmentId === null ? {} : { about: instalmentId }),
          ...(sum === null ? {} : { sum }),
          ...payeesOf(input),
        },
      ],
    };
    const next = { ...subject, ...paid.set, agreements };
    const isLast = isWhole && AGREED_STATES.includes(subject.state) && isKeptInFull(next);
    return isLast ? asPerformed(paid, next, paidOn) : paid;
  },
};

function paymentOf({ note: _, ...input }: RecordPaymentInput, given: Pick<Payment, 'id' | 'sum'>): Payment {
  return { ...input, ...given };
}

function checkWorkers({ workers }: MediationCase, { workerIds }: RecordPaymentInput): void {
  const known = new Set(workers.map(({ id }) => id));
  for (const [index, id] of (workerIds ?? []).entries()) {
    if (!known.has(id)) throw new Fault('worker_not_found', { pointer: `/workerIds/${index}` });
  }
}

function payeesOf({ workerIds, workersPaid }: RecordPaymentInput): { workers?: number } {
  const workers = workersPaid ?? workerIds?.length;
  return workers === undefined ? {} : { workers };
}

/** Without its day the instalment is still paid, so that nobody is reminded of it any more. */
function paidEvents(paidOn: PartialDay | null, instalmentId: string) {
  return clockEvent(paidOn, { kind: 'instalment-paid', instalmentId });
}

type Instalment = Agreement['instalments'][number];

function openInstalment(
  { agreements }: MediationCase,
  { instalmentId, paidOn }: RecordPaymentInput,
): Instalment {
  const open = agreements
    .flatMap(({ instalments }) => instalments)
    .find((row) => row.id === instalmentId && row.paidOn === null);
  if (open === undefined) throw new Fault('instalment_not_found', { pointer: '/instalmentId' });
  if (paidOn === null) throw new Fault('day_missing', { pointer: '/paidOn' });
  return open;
}

/** A part leaves the instalment open, with its reminders; a sum that nobody names is the one that was agreed. */
function coversInstalment(
  { payments = [] }: MediationCase,
  { instalment, sum }: { instalment: Instalment; sum: Sum | null },
): boolean {
  if (sum === null || instalment.amountFen === null) return true;
  return paidFen(payments, [instalment.id]) + sum.fen >= instalment.amountFen;
}

function withPaid({ agreements }: MediationCase, paid: Instalment): Agreement[] {
  return agreements.map((agreement) => ({
    ...agreement,
    instalments: agreement.instalments.map((row) => (row.id === paid.id ? paid : row)),
  }));
}

function exactly(fen: number | null): Sum | null {
  return fen === null ? null : { fen, precision: 'exact' };
}

/** All that was agreed is paid, every duty done, and nobody of the group is still in dispute. */
function isKeptInFull({ agreements, workers, payments = [] }: MediationCase): boolean {
  const restFen = agreements.reduce((total, agreement) => total + undatedFen(agreement), 0);
  const outsideFen = payments
    .filter(({ instalmentId }) => instalmentId === null)
    .reduce((total, { sum }) => total + (sum?.fen ?? 0), 0);
  return (
    outsideFen >= restFen &&
    agreements.every(
      ({ instalments, duties = [] }) =>
        instalments.every(({ paidOn }) => paidOn !== null) && duties.every(({ doneOn }) => doneOn !== null),
    ) &&
    !workers.some(isInDispute)
  );
}

function asPerformed(change: CaseChange, next: MediationCase, on: PartialDay | null): CaseChange {
  const performed = performedEvent(next, on);
  return {
    ...change,
    state: 'performed',
    events: [...change.events, ...performed],
    facts: [...change.facts, { kind: 'performed', happenedOn: on, note: null }],
  };
}
