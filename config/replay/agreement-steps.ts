import type { Sum } from '../../server/domain/worker.ts';
import { detailFacts, IN_PARTS } from './detail-facts.ts';
import { eventOf } from './event-words.ts';
import { fenOf, precisionOf } from './published-record.ts';
import { inDispute, outside, type ReplayStep, settled, someOf, type Told } from './told-event.ts';
import { payerOf } from './told-payer.ts';
import { instrumentOf, signingOf } from './told-ways.ts';

/** 达成协议, with what the words say of sum, day and way of signing. */
export function agreement(told: Told): ReplayStep {
  const { on, note, facts, subject } = told;
  const sum = agreedSum(told);
  return {
    by: 'mediator',
    action: 'agree',
    body: {
      terms: note,
      instrument: instrumentOf(told),
      // A second agreement binds again those of the first.
      workerIds:
        inDispute(subject).length === 0 ? idsOrNull(settled(subject)) : someOf(subject, boundBy(told)),
      workersBound: facts.workers,
      sum,
      penaltyFen: facts.penaltyFen,
      signedBy: signingOf(told),
      workerSignedOn: on,
      respondentSignedOn: on,
      mediatorSignedOn: on,
      sealedOn: on,
      payer: payerOf(told),
      instalments: instalmentsOf(told, sum),
      note,
    },
  };
}

function idsOrNull(ids: string[]): string[] | null {
  return ids.length === 0 ? null : ids;
}

/** How many it binds: as many as the words say, else all but those who are told to end otherwise later. */
function boundBy({ facts, subject, later }: Told): number | null {
  if (facts.workers !== null) return facts.workers;
  const leaving = later
    .filter(({ what }) => ['failed', 'withdrawn'].includes(eventOf(what)))
    .reduce((all, { detail, on }) => all + (detailFacts(detail, on ?? null).workers ?? 0), 0);
  const rest = inDispute(subject).length - leaving;
  return leaving > 0 && rest > 0 ? rest : null;
}

/** What is due on the days that are named: what the words say, else the whole where nothing is paid in parts. */
function instalmentsOf({ facts }: Told, sum: Sum | null) {
  const isWhole = sum !== null && facts.sum === null && facts.due.length === 1 && !facts.says(IN_PARTS);
  const rows = facts.due.map(({ on, fen }) => ({
    dueOn: on,
    amountFen: isWhole ? sum.fen : fen,
    workerId: null,
  }));
  const totalFen = rows.reduce((all, { amountFen }) => all + (amountFen ?? 0), 0);
  return sum !== null && totalFen > sum.fen ? rows.map((row) => ({ ...row, amountFen: null })) : rows;
}

/** The only sum that the words of the event name, else what the page gives as the sum of its only agreement. */
function agreedSum({ published, facts }: Told) {
  const { events, amountAgreedYuan, amountPrecision } = published;
  const isOnlyOne = events.filter(({ what }) => eventOf(what) === 'agreed').length === 1;
  if (!amountAgreedYuan || !isOnlyOne || facts.isOnlySum) return facts.sum;
  return { fen: fenOf(amountAgreedYuan), precision: precisionOf(amountPrecision) };
}

/** 司法确认 of what was agreed here, or of agreements that were made elsewhere. */
export function confirmation(told: Told, result: 'confirmed' | 'refused'): ReplayStep {
  const { on, note, subject } = told;
  const open = subject.agreements.some((one) => one.confirmation?.result !== 'confirmed');
  const possible = ['agreed', 'confirmation-pending', 'breached', 'in-mediation'].includes(subject.state);
  if (!open || !possible) {
    return outside(told, result === 'confirmed' ? 'court-confirmed-outside' : 'other-fact');
  }
  return {
    by: 'mediator',
    action: 'record-confirmation',
    body: { by: 'court', result, decidedOn: on, note },
  };
}
