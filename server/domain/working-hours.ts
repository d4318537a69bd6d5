import type { Calendar } from './calendar.ts';
import { addDays, type LegalDay, legalDayOf } from './legal-day.ts';

/** A part of a day in Asia/Shanghai. */
export interface HoursOfDay {
  /** Whole hours, 0 to 23. */
  fromHour: number;
  /** Whole hours, 1 to 24; nothing is sent at or after it. */
  untilHour: number;
}

/** When people of an organisation may be written to. */
export interface WorkingHours extends HoursOfDay {
  /** True where rest days and holidays count too: a duty desk. */
  everyDay: boolean;
}

export const OFFICE_HOURS: WorkingHours = { fromHour: 9, untilHour: 17, everyDay: false };

/** Where somebody is written to: when it is staffed, by which calendar. */
export interface Desk {
  hours: WorkingHours;
  calendar: Calendar;
  regionCode: string | null;
}

/** The instant of a whole hour of a day in Asia/Shanghai, which has had no daylight saving since 1992: UTC+8. */
export function shanghaiInstant(day: LegalDay, hour: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000);
}

/** True on a day on which this desk is staffed. */
function isStaffed(day: LegalDay, { hours, calendar, regionCode }: Desk): boolean {
  return hours.everyDay || calendar.isWorkingDay(day, regionCode ?? undefined);
}

/** The first instant, at or after the given one, at which the desk may be written to. */
export function nextWorkingInstant(from: Date, desk: Desk): Date {
  const today = legalDayOf(from);
  if (isStaffed(today, desk)) {
    const opens = shanghaiInstant(today, desk.hours.fromHour);
    if (from < opens) return opens;
    if (from < shanghaiInstant(today, desk.hours.untilHour)) return from;
  }
  return shanghaiInstant(nearestStaffedDay(addDays(today, 1), 1, desk), desk.hours.fromHour);
}

/** When the desk opens on a day; where it is closed that day, on the nearest staffed day in the given direction. */
export function openingOn(day: LegalDay, direction: 1 | -1, desk: Desk): Date {
  return shanghaiInstant(nearestStaffedDay(day, direction, desk), desk.hours.fromHour);
}

/** In the first minutes of its hours a desk's notices of the day are written; then one mail can hold them all. */
const GATHERING_MS = 10 * 60_000;

/** When the next digest leaves for a desk: ten minutes after it opened, on a day on which it is staffed. */
export function nextDigestInstant(from: Date, desk: Desk): Date {
  const today = legalDayOf(from);
  const leavesOn = (day: LegalDay) => new Date(openingOn(day, 1, desk).getTime() + GATHERING_MS);
  const first = leavesOn(today);
  return first >= from ? first : leavesOn(addDays(today, 1));
}

/**
 * The same hour, so many staffed days later; what comes outside the hours counts as come when the desk opens.
 * Three days from Friday noon, when the weekend is off: Wednesday noon.
 */
export function workingDaysLater(from: Date, days: number, desk: Desk): Date {
  const received = nextWorkingInstant(from, desk);
  const first = legalDayOf(received);
  let day = first;
  for (let count = 0; count < days; count += 1) day = nearestStaffedDay(addDays(day, 1), 1, desk);
  const sinceMidnight = received.getTime() - shanghaiInstant(first, 0).getTime();
  return new Date(shanghaiInstant(day, 0).getTime() + sinceMidnight);
}

function nearestStaffedDay(day: LegalDay, direction: 1 | -1, desk: Desk): LegalDay {
  let candidate = day;
  while (!isStaffed(candidate, desk)) candidate = addDays(candidate, direction);
  return candidate;
}
