import type { DayNumber } from './day-number.ts';
import { yearOfNumber } from './day-number.ts';
import { HOLIDAY_NAMES, statutoryDaysOf } from './statutory-days.ts';
import type { DayRun } from './working-days.ts';

const NO_NAME = { zh: '放假', en: 'holiday' };

/** Consecutive days off as runs, each named after the statutory holidays that lie in it. */
export function holidayRuns(offDays: Iterable<DayNumber>): DayRun[] {
  const runs: DayRun[] = [];
  for (const day of [...offDays].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.to === day - 1) last.to = day;
    else runs.push({ from: day, to: day, name: NO_NAME });
  }
  for (const run of runs) run.name = nameOf(run);
  return runs;
}

function nameOf(run: DayRun) {
  const holidays = statutoryDaysOf(yearOfNumber(run.to))
    .filter(({ day }) => day >= run.from && day <= run.to)
    .map(({ holiday }) => HOLIDAY_NAMES[holiday]);
  const names = [...new Set(holidays)];
  if (names.length === 0) return NO_NAME;
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(' and ') };
}
