import { isInArbitration } from '../arbitration-part.ts';
import type { MediationCase } from '../case.ts';
import { AGREED_STATES } from '../case-state.ts';
import type { DeadlineEvent } from '../deadline-events.ts';
import { earliestOf, isSurelyAfter, type PartialDay } from '../partial-day.ts';
import { hasFailed } from '../unsettled.ts';

/** An event of the clock on the first day that it can have been, or none where nobody knows the day. */
export function clockEvent(day: PartialDay | null, event: Omit<DeadlineEvent, 'on'>): DeadlineEvent[] {
  return day === null ? [] : [{ ...event, on: earliestOf(day) }];
}

/**
 * 履行完毕. Beside an agreement that was kept, others of the group may have failed or gone to arbitration: their clocks go
 * on. Where the whole case did so, what was done was done for all.
 */
export function performedEvent(
  { state, workers }: Pick<MediationCase, 'state' | 'workers'>,
  on: PartialDay | null,
): DeadlineEvent[] {
  const goesOn = workers.some((worker) => hasFailed(worker) || isInArbitration(worker));
  const partial = goesOn && (AGREED_STATES.includes(state) || state === 'in-mediation');
  return clockEvent(on, { kind: 'agreement-performed', ...(partial ? { partial } : {}) });
}

/** The clock without what was noted as missed but had been paid by its day: word of the money came late. */
export function withoutMissesPaidInTime(
  clock: readonly DeadlineEvent[],
  { paidOn, instalmentIds }: { paidOn: PartialDay | null; instalmentIds: readonly string[] },
): DeadlineEvent[] {
  return clock.filter(
    ({ kind, on, instalmentId }) =>
      kind !== 'instalment-missed' ||
      paidOn === null ||
      instalmentId === undefined ||
      !instalmentIds.includes(instalmentId) ||
      isSurelyAfter(paidOn, on),
  );
}
