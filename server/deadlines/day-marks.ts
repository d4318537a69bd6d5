import type { Calendar } from '../domain/calendar.ts';
import { type DayNumber, dayNumberOf, dayOfNumber } from '../domain/day-number.ts';
import type { Deadline, TraceStep } from '../domain/deadline.ts';
import type { LegalDay } from '../domain/legal-day.ts';

/** What a day is to a deadline; `outside` lies before the start or after the end. */
export type DayMark = 'start' | 'counted' | 'skipped' | 'paused' | 'rolled' | 'due' | 'outside';

export interface MarkedDay {
  day: LegalDay;
  mark: DayMark;
  /** A rest day or holiday, whether it counts or not. */
  off: boolean;
  /** A Saturday or Sunday that is worked (调休). */
  worked: boolean;
  /** 1 for the first day counted, and so on; 0 for a day that does not count. */
  ordinal: number;
}

type CountStep = Extract<TraceStep, { step: 'count' }>;

/** Every day from the day that starts the count to the day it is due (or back to it), with what it is. */
export function markedDays(deadline: Deadline, calendar: Calendar, region: string | undefined): MarkedDay[] {
  const count = deadline.trace.findLast((step) => step.step === 'count');
  if (count?.step !== 'count' || deadline.dueOn === null) return [];
  const days = calendar.workingDays(region);
  const backward = count.direction === 'backward';
  const [start, end, due] = [dayNumberOf(count.from), dayNumberOf(count.to), dayNumberOf(deadline.dueOn)];
  const last = backward ? due : Math.max(end, due);
  const stops = pausesOf(deadline.trace);
  const marked: MarkedDay[] = [];
  let ordinal = 0;
  for (let day = start; backward ? day >= last : day <= last; day += backward ? -1 : 1) {
    const off = !days.isWorking(day);
    const mark = markOf(day, { start, end, due, off, count, stops });
    const counts = mark === 'counted' || (day === end && day !== start);
    if (counts) ordinal += 1;
    const worked = days.isWorkedWeekend(day);
    marked.push({ day: dayOfNumber(day), mark, off, worked, ordinal: counts ? ordinal : 0 });
  }
  return backward ? marked.toReversed() : marked;
}

interface Place {
  start: DayNumber;
  end: DayNumber;
  due: DayNumber;
  off: boolean;
  count: CountStep;
  stops: readonly { from: DayNumber; to: DayNumber }[];
}

function markOf(day: DayNumber, { start, end, due, off, count, stops }: Place): DayMark {
  if (day === start) return 'start';
  if (day === due) return 'due';
  if (stops.some(({ from, to }) => day >= from && day < to)) return 'paused';
  if (count.direction === 'forward' && day >= end) return 'rolled';
  return count.unit === 'working-day' && off ? 'skipped' : 'counted';
}

function pausesOf(trace: readonly TraceStep[]) {
  return trace.flatMap((step) =>
    step.step === 'pause' && step.until ? [{ from: dayNumberOf(step.on), to: dayNumberOf(step.until) }] : [],
  );
}
