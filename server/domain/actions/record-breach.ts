import type { Agreement } from '../agreement.ts';
import type { MediationCase } from '../case.ts';
import { AGREED_STATES } from '../case-state.ts';
import type { DeadlineEvent } from '../deadline-events.ts';
import { Fault } from '../fault.ts';
import type { LegalDay } from '../legal-day.ts';
import { latestOf, type PartialDay } from '../partial-day.ts';
import { ofSome } from '../unsettled.ts';
import { payees } from '../workers-to-tell.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';

export const NEXT_STEPS = ['payment-order', 'arbitration', 'enforcement', 'new-mediation'] as const;

export interface RecordBreachInput {
  /** Null where the agreement names no instalments. */
  instalmentId: string | null;
  notedOn: PartialDay | null;
  nextStep: (typeof NEXT_STEPS)[number] | null;
  note: string | null;
}

/** 未履行: what was agreed was not kept. Opens the payment order (M7) and arbitration (LDMAA 15, 16). */
export const recordBreach: CaseAction<RecordBreachInput> = {
  // While others of the group are still in mediation, the agreement of some may be broken already.
  from: [...AGREED_STATES, 'in-mediation'],
  by: ['mediator', 'head'],
  isOpen: ({ agreements }) => agreements.length > 0,
  happenedOn: ({ notedOn }) => ({ notedOn }),
  inOrder: [],
  movesOn: 'notedOn',
  apply: (subject, { instalmentId, notedOn, nextStep, note }, { today }) => {
    const missed = instalmentId === null ? null : missedInstalment(subject, instalmentId, { notedOn, today });
    return {
      state: subject.state === 'in-mediation' ? subject.state : 'breached',
      set: {},
      events: missed === null ? breachedEvents(subject, notedOn) : [missedEvent(subject, missed)],
      facts: [
        {
          kind: instalmentId === null ? 'breached' : 'instalment-missed',
          happenedOn: notedOn,
          note,
          ...(instalmentId === null ? {} : { about: instalmentId }),
          ...(nextStep === null ? {} : { reason: nextStep }),
        },
      ],
    };
  },
};

type Instalment = Agreement['instalments'][number];

function missedInstalment(
  { agreements }: MediationCase,
  instalmentId: string,
  { notedOn, today }: { notedOn: PartialDay | null; today: LegalDay },
): Instalment {
  const instalment = agreements
    .flatMap(({ instalments }) => instalments)
    .find(({ id, paidOn }) => id === instalmentId && paidOn === null);
  if (instalment === undefined) throw new Fault('instalment_not_found', { pointer: '/instalmentId' });
  const notedBy = notedOn === null || latestOf(notedOn) > today ? today : latestOf(notedOn);
  if (notedBy <= instalment.dueOn) {
    throw new Fault('not_yet_missed', {
      pointer: '/notedOn',
      params: { day: notedBy, dueOn: instalment.dueOn },
    });
  }
  return instalment;
}

/**
 * An instalment is missed on the day on which it was due, whenever that is noted: the year of A1 runs from then (LDMAA 27),
 * and noting it again gives nobody more time.
 */
function missedEvent(subject: MediationCase, { id, dueOn }: Instalment): DeadlineEvent {
  const owed = payees(subject, id).map(({ id: workerId }) => workerId);
  return { kind: 'instalment-missed', on: dueOn, instalmentId: id, ...ofSome(subject, owed) };
}

/** Whatever was agreed by then was not kept, for all who settled. */
export function breachedEvents(subject: MediationCase, notedOn: PartialDay | null): DeadlineEvent[] {
  const settled = subject.workers.filter(({ outcome }) => outcome?.kind === 'settled').map(({ id }) => id);
  return clockEvent(notedOn, { kind: 'agreement-breached', ...ofSome(subject, settled) });
}
