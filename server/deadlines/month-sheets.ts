import { dayOfNumber, numberOfDate, weekdayOfNumber } from '../domain/day-number.ts';
import type { WorkingDays } from '../domain/working-days.ts';
import type { MarkedDay } from './day-marks.ts';

/** A month as it hangs on the wall: weeks from Monday to Sunday, null outside the month. */
export interface MonthSheet {
  year: number;
  month: number;
  weeks: (MarkedDay | null)[][];
  /** Months left out before this one. */
  skippedBefore: number;
}

const SHEETS_AT_MOST = 4;

/** The months that the marked days touch; of a long period the first two and the last two. */
export function monthSheets(marked: readonly MarkedDay[], days: WorkingDays): MonthSheet[] {
  const [first] = marked;
  const last = marked.at(-1);
  if (!first || !last) return [];
  const byDay = new Map(marked.map((day) => [day.day, day]));
  const [from, to] = [monthIndexOf(first.day), monthIndexOf(last.day)];
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const shown = all.length > SHEETS_AT_MOST ? [...all.slice(0, 2), ...all.slice(-2)] : all;
  return shown.map((month, index) => ({
    year: Math.floor(month / 12),
    month: (month % 12) + 1,
    weeks: weeksOf(month, byDay, days),
    skippedBefore: month - (shown[index - 1] ?? month - 1) - 1,
  }));
}

function monthIndexOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function weeksOf(
  monthIndex: number,
  byDay: ReadonlyMap<string, MarkedDay>,
  days: WorkingDays,
): (MarkedDay | null)[][] {
  const first = numberOfDate(Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 1);
  const next = numberOfDate(Math.floor((monthIndex + 1) / 12), ((monthIndex + 1) % 12) + 1, 1);
  const weeks: (MarkedDay | null)[][] = [];
  for (let monday = first - weekdayOfNumber(first); monday < next; monday += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const number = monday + index;
        if (number < first || number >= next) return null;
        const day = dayOfNumber(number);
        const [off, worked] = [!days.isWorking(number), days.isWorkedWeekend(number)];
        return byDay.get(day) ?? { day, mark: 'outside', off, worked, ordinal: 0 };
      }),
    );
  }
  return weeks;
}
