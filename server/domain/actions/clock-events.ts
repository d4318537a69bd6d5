import type { DeadlineEvent } from '../deadline-events.ts';
import { earliestOf, type PartialDay } from '../partial-day.ts';

/** An event of the clock on the first day that it can have been, or none where nobody knows the day. */
export function clockEvent(day: PartialDay | null, event: Omit<DeadlineEvent, 'on'>): DeadlineEvent[] {
  return day === null ? [] : [{ ...event, on: earliestOf(day) }];
}
