import type { OutsideFactKind } from '../../server/domain/outside-facts.ts';
import { isWholeDay, type PartialDay } from '../../server/domain/partial-day.ts';
import { detailFacts } from './detail-facts.ts';
import { eventOf } from './event-words.ts';
import { type OrderedEvent, orderedEvents } from './ordered-events.ts';
import { outsideFactOf, outsideKindOf, transferKindOf } from './outside-fact-of.ts';
import type { PublishedCase, PublishedEvent } from './published-case.ts';
import { recordOf } from './published-record.ts';

/** A registration with what comes after it, and where in it each event that it takes up stands. */
export interface ReplayRegistration {
  body: Record<string, unknown>;
  /** Index of the event → index of its line on the timeline. */
  lines: Map<number, number>;
  later: OrderedEvent[];
}

/** What the clerk enters: all that was known when the dispute came, with what had happened before. */
export function registrationOf(published: PublishedCase): ReplayRegistration {
  const events = orderedEvents(published.events);
  const came = cameAt(events);
  const before = events.slice(0, came);
  const coming = events[came];
  const how = coming === undefined ? null : eventOf(coming.event.what);
  const asked = how === 'applied' || how === 'transferred';
  const history = [...before, ...(coming !== undefined && how === 'transferred' ? [coming] : [])];
  const lines = new Map(history.map(({ index }, line) => [index, line]));
  if (coming !== undefined && how === 'applied') lines.set(coming.index, history.length);
  const arose = before.find(({ event }) => eventOf(event.what) === 'dispute-arose')?.event.on ?? null;
  const receivedOn = asked ? (coming?.event.on ?? null) : null;
  return {
    body: {
      ...recordOf(published),
      receivedOn,
      history: history.map(({ event }) => outsideFactOf(event, historyKindOf(event))),
      note: how === 'applied' ? (coming?.event.detail ?? null) : null,
      rightKnownOn: isKnownFirst(arose, receivedOn) ? arose : null,
      consentToProcessOn: null,
    },
    lines,
    later: events.filter(({ index }) => !lines.has(index)),
  };
}

/** What others did before anybody applied here, though the same words may mean a step of our own later. */
const BEFORE_THE_APPLICATION: Partial<Record<string, OutsideFactKind>> = {
  defaulted: 'promise-broken',
  'handed-to-arbitration': 'arbitration-applied',
  withdrawn: 'withdrawn-elsewhere',
};

function historyKindOf({ what, detail }: PublishedEvent): OutsideFactKind {
  const event = eventOf(what);
  return (
    outsideKindOf(what, detail) ??
    BEFORE_THE_APPLICATION[event] ??
    (event === 'transferred' ? transferKindOf(detail) : 'passed-on')
  );
}

/** Where the case came here: at the application, where only others acted before it, else at the first step of ours. */
function cameAt(events: readonly OrderedEvent[]): number {
  const isOutside = ({ event }: OrderedEvent) =>
    outsideKindOf(event.what) !== undefined && !isElection(event);
  const applied = events.findIndex(({ event }) => eventOf(event.what) === 'applied');
  const first = events.findIndex((one) => !isOutside(one));
  const isBefore = (one: OrderedEvent) =>
    isOutside(one) || BEFORE_THE_APPLICATION[eventOf(one.event.what)] !== undefined;
  if (applied > first && events.slice(0, applied).every(isBefore)) return applied;
  return first === -1 ? events.length : first;
}

/** 推选代表人: a step of the case, which pages tell as something else. */
export function isElection({ what, detail }: PublishedEvent): boolean {
  if (eventOf(what) !== 'other') return false;
  const { representatives, says } = detailFacts(detail, null);
  return representatives !== null && says(/elect|chosen|choose/);
}

function isKnownFirst(arose: PartialDay | null, receivedOn: PartialDay | null): boolean {
  return arose !== null && (receivedOn === null || !isWholeDay(arose) || arose <= receivedOn);
}
