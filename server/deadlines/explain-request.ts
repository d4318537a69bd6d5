import type { Bilingual } from '../domain/bilingual.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Deadline, TraceStep } from '../domain/deadline.ts';
import { DeadlineInputError } from '../domain/deadline-input-error.ts';
import { ruleOf } from '../domain/deadline-rules.ts';
import { deadlineOf } from '../domain/deadlines.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import type { LegalDay } from '../domain/legal-day.ts';
import { startEventOf } from '../domain/start-event.ts';
import type { DeadlineRequest } from './deadline-request.ts';

/** The clock's answer as it goes out: the day first, then how it follows. */
export interface DeadlineAnswer {
  rule: string;
  due: LegalDay | null;
  provisional: boolean;
  cautious?: LegalDay;
  state: Deadline['state'];
  startedOn: LegalDay;
  endedOn?: LegalDay;
  endedBy?: string;
  nature: Deadline['nature'];
  standing: Deadline['standing'];
  actor: Deadline['actor'];
  trace: TraceStep[];
  zh: string;
  en: string;
  worker: Bilingual;
}

/** Computes the deadline that a request asks for; throws `DeadlineInputError` where nothing starts it. */
export function deadlineOfRequest(request: DeadlineRequest, calendar: Calendar): Deadline {
  const { rule, from, region, footing } = request;
  const start = from === undefined ? null : startEventOf(rule, from);
  const events = start ? [start, ...request.events] : request.events;
  const deadline = deadlineOf(rule, events, { calendar, region, footing });
  if (deadline) return deadline;
  const { starts, versions } = ruleOf(rule);
  const kinds = starts.map(({ kind }) => kind);
  const started = events.some(({ kind }) => kinds.includes(kind));
  const oldest = versions.at(-1)?.inForceFrom ?? '';
  if (started && events.every(({ on }) => on < oldest)) {
    throw new DeadlineInputError(
      'from',
      'not-in-force',
      `from: ${rule} holds from ${oldest}; give a later day, or the rule that held before.`,
    );
  }
  throw new DeadlineInputError(
    'from',
    'missing-start',
    `from: nothing starts ${rule}; give the day, or an event ${kinds.join(' or ')}.`,
  );
}

/** Answers a request in full, in both languages, for mediators and for workers. */
export function explainRequest(request: DeadlineRequest, calendar: Calendar): DeadlineAnswer {
  const deadline = deadlineOfRequest(request, calendar);
  const { dueOn, cautiousOn, endedOn, endedBy } = deadline;
  return {
    rule: deadline.rule,
    due: dueOn,
    provisional: deadline.provisional,
    ...(cautiousOn === undefined ? {} : { cautious: cautiousOn }),
    state: deadline.state,
    startedOn: deadline.startedOn,
    ...(endedOn === undefined ? {} : { endedOn }),
    ...(endedBy === undefined ? {} : { endedBy }),
    nature: deadline.nature,
    standing: deadline.standing,
    actor: deadline.actor,
    trace: deadline.trace,
    zh: explainDeadline(deadline, { language: 'zh', audience: 'mediator' }),
    en: explainDeadline(deadline, { language: 'en', audience: 'mediator' }),
    worker: {
      zh: explainDeadline(deadline, { language: 'zh', audience: 'worker' }),
      en: explainDeadline(deadline, { language: 'en', audience: 'worker' }),
    },
  };
}
