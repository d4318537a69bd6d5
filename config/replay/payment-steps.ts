import { isSurelyAfter, latestOf } from '../../server/domain/partial-day.ts';
import { eventOf } from './event-words.ts';
import { fenOf, precisionOf } from './published-record.ts';
import { inDispute, outside, type ReplayStep, settled, type Told } from './told-event.ts';
import { groundOf, payerOf } from './told-payer.ts';

/** States in which money may come, and which it does not change. */
const PAID_WITHOUT_IT = [
  'performed',
  'withdrawn',
  'terminated',
  'not-accepted',
  'arbitration-refused',
  'arbitration-withdrawn',
];
const PAYING = ['partly-performed', 'advance-paid', 'performed'];

/** What the event says, or the sum of the whole where this is the only payment that the page tells of. */
function paidSum({ published, facts }: Told) {
  if (facts.sum !== null) return facts.sum;
  const { events, amountPaidYuan, amountPrecision } = published;
  if (!amountPaidYuan || events.filter(({ what }) => PAYING.includes(eventOf(what))).length > 1) return null;
  return { fen: fenOf(amountPaidYuan), precision: precisionOf(amountPrecision) };
}

/** Money that came, whoever gave it. */
export function payment(told: Told): ReplayStep {
  const { on, note, facts } = told;
  return {
    by: 'mediator',
    action: 'record-payment',
    body: {
      paidOn: on,
      workerConfirmedOn: null,
      sum: paidSum(told),
      payer: payerOf(told),
      ground: groundOf(told) ?? 'interim',
      workersPaid: facts.workers,
      note,
    },
  };
}

/**
 * Paid for some while others of the group are still in dispute is a payment; else the case is performed, after the
 * steps `before` that bring it into mediation.
 */
export function performance(told: Told, before: readonly ReplayStep[]): ReplayStep[] {
  const { on, note, facts, subject } = told;
  const open = inDispute(subject).length;
  const isShare = facts.workers !== null && facts.workers < open + settled(subject).length && open > 0;
  if (isShare || PAID_WITHOUT_IT.includes(subject.state)) return [payment(told)];
  const body = {
    performedOn: on,
    calledBackOn: null,
    sum: paidSum(told),
    payer: payerOf(told),
    ground: groundOf(told) ?? 'agreement',
    workersPaid: facts.workers,
    note,
  };
  return [...before, { by: 'mediator', action: 'record-performance', body }];
}

/** 未履行: of an instalment that is surely past, else of the agreement, else of a promise made elsewhere. */
export function breach(told: Told): ReplayStep {
  const { on, note, subject } = told;
  if (subject.agreements.length === 0) return outside(told, 'promise-broken');
  const missed = subject.agreements
    .flatMap(({ instalments }) => instalments)
    .find(({ dueOn, paidOn }) => paidOn === null && (on === null || isSurelyAfter(latestOf(on), dueOn)));
  return {
    by: 'mediator',
    action: 'record-breach',
    body: { instalmentId: missed?.id ?? null, notedOn: on, note },
  };
}
