import { fenOf, precisionOf } from './replay-registration.ts';
import { inDispute, outside, type ReplayStep, settled, someOf, type Told } from './told-event.ts';

/** 达成协议, with what the words say of sum, day and way of signing. */
export function agreement(told: Told): ReplayStep {
  const { on, note, facts, subject, published } = told;
  const sum = agreedSum(told);
  const instalments =
    facts.dueOn === null ? [] : [{ dueOn: facts.dueOn, amountFen: sum?.fen ?? null, workerId: null }];
  return {
    by: 'mediator',
    action: 'agree',
    body: {
      terms: note,
      instrument: instrumentOf(told),
      // A second agreement binds again those of the first.
      workerIds:
        inDispute(subject).length === 0 ? idsOrNull(settled(subject)) : someOf(subject, facts.workers),
      workersBound: facts.workers,
      sum,
      penaltyFen: facts.penaltyYuan === null ? null : fenOf(facts.penaltyYuan),
      signedBy: facts.says(/online|platform/)
        ? 'online'
        : facts.says(/\bfax\b/)
          ? 'by-fax'
          : facts.says(/on the spot|on site/)
            ? 'in-person'
            : null,
      workerSignedOn: on,
      respondentSignedOn: on,
      mediatorSignedOn: on,
      sealedOn: on,
      payer: published.tags.includes('paid-by-third-party') ? 'other' : 'debtor',
      instalments,
      note,
    },
  };
}

function idsOrNull(ids: string[]): string[] | null {
  return ids.length === 0 ? null : ids;
}

function instrumentOf({ facts }: Told) {
  if (facts.says(/court|in(side)? the suit|suit/)) return 'court-mediation-statement';
  if (facts.says(/arbitration/)) return 'arbitration-mediation-statement';
  return 'mediation-agreement';
}

function agreedSum({ published, facts }: Told) {
  if (facts.sumYuan !== null) return { fen: fenOf(facts.sumYuan), precision: 'exact' as const };
  const { events, amountAgreedYuan, amountPrecision } = published;
  if (!amountAgreedYuan || events.filter(({ what }) => what === 'agreed').length > 1) return null;
  return { fen: fenOf(amountAgreedYuan), precision: precisionOf(amountPrecision) };
}

/** 司法确认 of what was agreed here, or of agreements that were made elsewhere. */
export function confirmation(told: Told): ReplayStep {
  const { on, note, subject } = told;
  const open = subject.agreements.some((one) => one.confirmation?.result !== 'confirmed');
  const possible = ['agreed', 'confirmation-pending', 'breached', 'in-mediation'].includes(subject.state);
  if (!open || !possible) return outside(told, 'court-confirmed-outside');
  return {
    by: 'mediator',
    action: 'record-confirmation',
    body: { by: 'court', result: 'confirmed', decidedOn: on, note },
  };
}
