import { isSurelyAfter } from '../../server/domain/partial-day.ts';
import { isReadableDay, type PublishedEvent } from './published-case.ts';

/** An event, and where it stands in the file. */
export interface OrderedEvent {
  event: PublishedEvent;
  index: number;
}

/**
 * The events in the order of their days, as far as those are surely apart; pages tell some from their end. What has
 * no day, or none that can be read, stays behind what the page tells before it.
 */
export function orderedEvents(events: readonly PublishedEvent[]): OrderedEvent[] {
  const groups: OrderedEvent[][] = [];
  for (const [index, event] of events.entries()) {
    const on = isReadableDay(event.on) ? event.on : null;
    const row = { event: { ...event, on }, index };
    const last = groups.at(-1);
    if (on === null && last !== undefined) last.push(row);
    else groups.push([row]);
  }
  const ordered: OrderedEvent[][] = [];
  for (const group of groups) {
    const on = group[0]?.event.on ?? null;
    const place = ordered.findIndex(([first]) => isAfter(first?.event.on ?? null, on));
    ordered.splice(place === -1 ? ordered.length : place, 0, group);
  }
  return ordered.flat();
}

function isAfter(day: string | null, other: string | null): boolean {
  return day !== null && other !== null && isSurelyAfter(day, other);
}
