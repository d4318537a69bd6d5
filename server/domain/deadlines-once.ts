import type { ClockContext, Deadline } from './deadline.ts';
import type { DeadlineEvent } from './deadline-events.ts';
import { deadlinesOf } from './deadlines.ts';

const known = new WeakMap<ClockContext, WeakMap<readonly DeadlineEvent[], readonly Deadline[]>>();

/**
 * As `deadlinesOf`, computed once for the same events in the same context, which is made anew for each request: the
 * notices of a case, its marks, its warning and its view all begin with its deadlines.
 */
export function deadlinesOnce(events: readonly DeadlineEvent[], context: ClockContext): readonly Deadline[] {
  const ofContext = known.get(context) ?? new WeakMap<readonly DeadlineEvent[], readonly Deadline[]>();
  known.set(context, ofContext);
  const deadlines = ofContext.get(events) ?? deadlinesOf(events, context);
  ofContext.set(events, deadlines);
  return deadlines;
}
