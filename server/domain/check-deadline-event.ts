import {
  DEADLINE_EVENT_KINDS,
  type DeadlineEvent,
  isDeadlineEventKind,
  REQUIRED_FIELDS,
} from './deadline-events.ts';
import { DeadlineInputError } from './deadline-input-error.ts';
import { ruleOf } from './deadline-rules.ts';
import { parseLegalDay } from './legal-day.ts';

/** An event as it comes in: its kind is still any text. */
export type UncheckedEvent = Omit<DeadlineEvent, 'kind'> & { kind: string };

const DAY_FIELDS = ['on', 'untilOn', 'dueOn', 'hearingOn', 'performUntilOn'] as const;

/** Checks an event at the edge: its kind, its days, what its kind must say. Throws `DeadlineInputError`. */
export function checkDeadlineEvent(event: UncheckedEvent, field: string): DeadlineEvent {
  const { kind } = event;
  if (!isDeadlineEventKind(kind)) {
    throw new DeadlineInputError(
      `${field}.kind`,
      'unknown-event',
      `${field}.kind: there is no event "${kind}"; use one of ${DEADLINE_EVENT_KINDS.join(', ')}.`,
    );
  }
  for (const name of DAY_FIELDS) {
    const day = event[name];
    if (day !== undefined) parseLegalDay(day, `${field}.${name}`);
  }
  const missing = REQUIRED_FIELDS[kind]?.find((name) => event[name] === undefined);
  if (missing) throw missingField(`${field}.${missing}`, kind);
  if (kind === 'mediation-extended' && event.days === undefined && event.untilOn === undefined) {
    throw missingField(`${field}.days`, `${kind} (or untilOn)`);
  }
  if (event.rule !== undefined) ruleOf(event.rule);
  return { ...event, kind };
}

function missingField(field: string, kind: string): DeadlineInputError {
  return new DeadlineInputError(field, 'missing-field', `${field}: is missing; ${kind} needs it.`);
}
