import type { Agreement } from '../agreement.ts';
import type { MediationCase } from '../case.ts';
import { AGREED_STATES } from '../case-state.ts';
import type { DeadlineEvent } from '../deadline-events.ts';
import { Fault } from '../fault.ts';
import { isSurelyAfter, latestOf, type PartialDay } from '../partial-day.ts';
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
  apply: (subject, { instalmentId, notedOn, nextStep, note }) => {
    const missed = instalmentId === null ? null : missedInstalment(subject, instalmentId, notedOn);
    return {
      state: subject.state === 'in-mediation' ? subject.state : 'breached',
      set: {},
      events: missed === null ? clockEvent(notedOn, { kind: 'agreement-breached' }) : [missedEvent(missed)],
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
  notedOn: PartialDay | null,
): Instalment {
  const instalment = agreements
    .flatMap(({ instalments }) => instalments)
    .find(({ id, paidOn }) => id === instalmentId && paidOn === null);
  if (instalment === undefined) throw new Fault('instalment_not_found', { pointer: '/instalmentId' });
  if (notedOn !== null && !isSurelyAfter(latestOf(notedOn), instalment.dueOn)) {
    throw new Fault('not_yet_missed', {
      pointer: '/notedOn',
      params: { day: notedOn, dueOn: instalment.dueOn },
    });
  }
  return instalment;
}

/**
 * An instalment is missed on the day on which it was due, whenever that is noted: the year of A1 runs from then (LDMAA 27),
 * and noting it again gives nobody more time.
 */
function missedEvent({ id, dueOn }: Instalment): DeadlineEvent {
  return { kind: 'instalment-missed', on: dueOn, instalmentId: id };
}
