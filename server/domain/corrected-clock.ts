import { agreementEvents } from './actions/agree.ts';
import { CONFIRMATION_EVENTS, lastDayToPerform } from './actions/apply-for-confirmation.ts';
import { clockEvent, performedEvent } from './actions/clock-events.ts';
import { FINAL_AWARD } from './actions/record-arbitration.ts';
import { breachedEvents } from './actions/record-breach.ts';
import type { Agreement } from './agreement.ts';
import { isArbitrationState } from './arbitration-part.ts';
import type { MediationCase } from './case.ts';
import type { DeadlineEvent, DeadlineEventKind } from './deadline-events.ts';
import type { Fact, FactDay, FactKind } from './fact.ts';
import { type LineDay, standsFor } from './line-days.ts';
import { isOutsideFactKind } from './outside-facts.ts';
import { earliestOf, type PartialDay } from './partial-day.ts';
import { eventsOfFact } from './told-fact.ts';
import { othersMayStillApply } from './unsettled.ts';

/** A day of a line, and when it was rightly. */
export interface DayCorrection extends LineDay {
  on: PartialDay;
}

/**
 * The clock with all that stands for this day of the line moved to where it belongs. A day that had been left open
 * starts what it would have started.
 */
export function correctedClock(subject: MediationCase, correction: DayCorrection): DeadlineEvent[] {
  const { line, on } = correction;
  if (!subject.clock.some((event) => standsFor(event, correction))) {
    const started = startedEvents(subject, correction).map((event) => ({ ...event, factId: line.id }));
    return [...subject.clock, ...started];
  }
  return subject.clock.map((event) =>
    standsFor(event, correction) ? { ...event, on: earliestOf(on) } : event,
  );
}

function startedEvents(subject: MediationCase, { line, day, on }: DayCorrection): DeadlineEvent[] {
  return day === null ? startedByLine(subject, line, on) : startedByDay(subject, { line, day, on });
}

function startedByDay(
  subject: MediationCase,
  { line, day, on }: { line: Fact; day: FactDay; on: PartialDay },
): DeadlineEvent[] {
  switch (day) {
    case 'rightKnownOn':
      return eventsOfFact({ kind: 'right-known', happenedOn: on, details: {} }, subject);
    case 'employmentEndedOn':
      return clockEvent(on, { kind: 'employment-ended' });
    case 'receivedOn':
      return clockEvent(on, {
        kind: 'award-received',
        ...(line.reason === FINAL_AWARD ? { final: true } : {}),
      });
    case 'acceptedOn':
      return confirmationEvents(subject, { line, on, which: 'accepted' });
    default:
      return [];
  }
}

/** Lines that run on the clock as one event for the whole case. */
const EVENTS_OF_LINES: { readonly [Kind in FactKind]?: DeadlineEventKind } = {
  registered: 'application-received',
  reopened: 'application-received',
  accepted: 'mediation-accepted',
  'not-accepted': 'mediation-not-accepted',
  failed: 'mediation-failed',
  withdrawn: 'mediation-withdrawn',
  terminated: 'mediation-terminated',
  'handed-to-arbitration': 'arbitration-applied',
  'arbitration-accepted': 'arbitration-accepted',
  'arbitration-refused': 'arbitration-refused',
  'award-made': 'award-made',
  'arbitration-withdrawn': 'arbitration-withdrawn',
  'returned-from-arbitration': 'mediation-accepted',
};

function startedByLine(subject: MediationCase, line: Fact, on: PartialDay): DeadlineEvent[] {
  switch (line.kind) {
    case 'agreed':
      return subject.agreements
        .filter(({ id }) => id === line.about)
        .flatMap((agreement) => agreementEvents({ ...agreement, inForceOn: on, instalments: [] }, subject));
    case 'confirmation-applied':
      return confirmationEvents(subject, { line, on, which: 'applied' });
    case 'confirmed':
      return agreementsOf(subject, line).flatMap((agreement) =>
        clockEvent(on, {
          kind: 'agreement-confirmed',
          agreementId: agreement.id,
          ...lastDayToPerform(agreement, on),
        }),
      );
    case 'confirmation-refused':
      return confirmationEvents(subject, { line, on, which: 'refused' });
    case 'arbitration-settled':
      return [
        ...clockEvent(on, { kind: 'arbitration-settled', ...partOf(subject) }),
        ...(isArbitrationState(subject.state) ? clockEvent(on, { kind: 'case-closed' }) : []),
      ];
    case 'breached':
      return breachedEvents(subject, on);
    case 'performed':
      return performedEvent({ ...subject, state: subject.agreements.length > 0 ? 'agreed' : 'failed' }, on);
    default: {
      const { kind: lineKind, details = {} } = line;
      if (isOutsideFactKind(lineKind)) {
        return eventsOfFact({ kind: lineKind, happenedOn: on, details }, subject);
      }
      const kind = EVENTS_OF_LINES[lineKind];
      // What some of a group did stopped or started nothing for the others.
      if (!kind || line.workers !== undefined) return [];
      return clockEvent(on, { kind, ...(lineKind.startsWith('arbitration-') ? partOf(subject) : {}) });
    }
  }
}

/** What the commission did about some of a group leaves the limits of the others running. */
function partOf(subject: MediationCase): { partial?: true } {
  return othersMayStillApply(subject) ? { partial: true } : {};
}

interface ConfirmationDay {
  line: Fact;
  on: PartialDay;
  which: keyof (typeof CONFIRMATION_EVENTS)['court'];
}

function confirmationEvents(subject: MediationCase, { line, on, which }: ConfirmationDay): DeadlineEvent[] {
  const kind = CONFIRMATION_EVENTS[line.reason === 'commission' ? 'commission' : 'court'][which];
  return agreementsOf(subject, line).flatMap(({ id }) => clockEvent(on, { kind, agreementId: id }));
}

/** A line that names no agreement was about each that was asked for in the same place. */
function agreementsOf({ agreements }: MediationCase, { about, reason }: Fact): Agreement[] {
  return agreements.filter(({ id, confirmation }) =>
    about === undefined ? confirmation?.by === reason : id === about,
  );
}
