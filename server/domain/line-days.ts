import type { DeadlineEvent, DeadlineEventKind } from './deadline-events.ts';
import type { Fact, FactDay, FactKind } from './fact.ts';
import type { PartialDay } from './partial-day.ts';

/** Which days a line of the timeline may hold beside its own. */
const LINE_DAYS: { readonly [Kind in FactKind]?: readonly FactDay[] } = {
  registered: ['rightKnownOn', 'employmentEndedOn'],
  accepted: ['applicantConsentOn', 'respondentConsentOn'],
  'mediation-started': ['recusalCheckedOn', 'rightsNoticeOn'],
  'mediation-extended': ['workerSignedOn', 'respondentSignedOn'],
  agreed: ['workerSignedOn', 'respondentSignedOn', 'mediatorSignedOn', 'sealedOn'],
  'confirmation-applied': ['acceptedOn'],
  performed: ['calledBackOn'],
  failed: ['adviceGivenOn'],
  'award-made': ['receivedOn'],
};

/** What runs on the clock from another day of a line than its own. */
const DAYS_OF_EVENTS: { readonly [Kind in DeadlineEventKind]?: FactDay } = {
  'right-known': 'rightKnownOn',
  'employment-ended': 'employmentEndedOn',
  'confirmation-accepted': 'acceptedOn',
  'agreement-review-accepted': 'acceptedOn',
  'award-received': 'receivedOn',
};

/** A line with one of its days: its own where `day` is null. */
export interface LineDay {
  line: Fact;
  day: FactDay | null;
}

export function daysOfLine(kind: FactKind): readonly FactDay[] {
  return LINE_DAYS[kind] ?? [];
}

/** The days of a line of this kind among those that a step was told, as the line holds them: only what is known. */
export function toldDays(
  kind: FactKind,
  told: Partial<Record<FactDay, PartialDay | null>>,
): Pick<Fact, 'days'> {
  const known = daysOfLine(kind).flatMap((day) => {
    const on = told[day] ?? null;
    return on === null ? [] : [[day, on] as const];
  });
  return known.length === 0 ? {} : { days: Object.fromEntries(known) };
}

/** A day of a line as it is right: the last correction of it, or as it was told; null where nobody knows it. */
export function rightDay(timeline: readonly Fact[], { line, day }: LineDay): PartialDay | null {
  const corrected = timeline.findLast(
    (one) =>
      one.kind === 'corrected' &&
      one.about === line.id &&
      (one.day ?? null) === day &&
      one.happenedOn !== null,
  );
  return corrected?.happenedOn ?? (day === null ? line.happenedOn : (line.days?.[day] ?? null));
}

/** Whether an event of the clock stands for this day of this line. */
export function standsFor(event: DeadlineEvent, { line, day }: LineDay): boolean {
  // Missed on the day on which it was due, whenever that was noted.
  if (event.kind === 'instalment-missed') return false;
  const other = DAYS_OF_EVENTS[event.kind] ?? null;
  const eventDay = other !== null && daysOfLine(line.kind).includes(other) ? other : null;
  if (eventDay !== day) return false;
  // Days of the registration were on the clock without their line in cases of before.
  return (
    event.factId === line.id || (event.factId === undefined && line.kind === 'registered' && day !== null)
  );
}
