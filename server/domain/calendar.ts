import { BUILT_IN_YEARS, type CalendarYear } from './calendar-years.ts';
import { type DayNumber, dayNumberOf, FIRST_YEAR, LAST_YEAR } from './day-number.ts';
import { DeadlineInputError } from './deadline-input-error.ts';
import { holidayRuns } from './holiday-runs.ts';
import { type LegalDay, parseLegalDay } from './legal-day.ts';
import { isRegionCode } from './place.ts';
import { statutoryDaysOf } from './statutory-days.ts';
import { type DayRun, WorkingDays } from './working-days.ts';

/** Days that one region alone has off or works: a typhoon closure, a local holiday. */
export interface RegionalDays {
  /** GB/T 2260, six digits; 370000 holds for the whole province, 370100 for the city and its counties. */
  region: string;
  offDays: readonly LegalDay[];
  workedDays: readonly LegalDay[];
  reason: { zh: string; en: string };
}

/** Which days are worked, where, and which years have been published. Never changes: `with…` makes a new one. */
export interface Calendar {
  /** Changes when any day of the calendar does; equal calendars have equal versions. */
  readonly version: string;
  isWorkingDay(day: LegalDay, region?: string): boolean;
  statusOf(year: number): CalendarYear['status'];
  /** The years whose notice is known, earliest first. */
  years(): readonly CalendarYear[];
  /** The counting table of a region, for the clock. */
  workingDays(region?: string): WorkingDays;
  /** Adds or replaces a year. Import foreign data with `readCalendarYear`, which checks it. */
  withYear(year: CalendarYear): Calendar;
  withRegionalDays(days: RegionalDays): Calendar;
}

/** Checks the form of a region code; throws `bad-region`. */
export function parseRegion(region: string): string {
  if (!isRegionCode(region)) {
    throw new DeadlineInputError(
      'region',
      'bad-region',
      `region: "${region}" is not a region code; give six digits of GB/T 2260, like 370100, or leave it out.`,
    );
  }
  return region;
}

/** Whether days of one region hold in another: the same, or one inside it. */
function holdsIn(region: string, other: string): boolean {
  return other.startsWith(region.replace(/(00){1,2}$/, ''));
}

class TableCalendar implements Calendar {
  readonly version: string;
  readonly #years: ReadonlyMap<number, CalendarYear>;
  readonly #regional: readonly RegionalDays[];
  readonly #tables = new Map<string, WorkingDays>();

  constructor(years: ReadonlyMap<number, CalendarYear>, regional: readonly RegionalDays[]) {
    this.#years = years;
    this.#regional = regional;
    this.version = versionOf(
      [...years.values()].sort((a, b) => a.year - b.year),
      regional,
    );
  }

  isWorkingDay(day: LegalDay, region?: string): boolean {
    return this.workingDays(region).isWorking(dayNumberOf(parseLegalDay(day, 'day')));
  }

  statusOf(year: number): CalendarYear['status'] {
    return this.#years.get(year)?.status ?? 'provisional';
  }

  years(): readonly CalendarYear[] {
    return [...this.#years.values()].sort((a, b) => a.year - b.year);
  }

  workingDays(region?: string): WorkingDays {
    const known = this.#tables.get(region ?? '');
    if (known) return known;
    const overlays = region === undefined ? [] : this.#overlaysOf(parseRegion(region));
    const table = overlays.length > 0 ? this.#build(overlays) : this.#base();
    this.#tables.set(region ?? '', table);
    return table;
  }

  withYear(year: CalendarYear): Calendar {
    return new TableCalendar(new Map([...this.#years, [year.year, year]]), this.#regional);
  }

  withRegionalDays(days: RegionalDays): Calendar {
    parseRegion(days.region);
    return new TableCalendar(this.#years, [...this.#regional, days]);
  }

  #overlaysOf(region: string): RegionalDays[] {
    return this.#regional.filter((days) => holdsIn(days.region, region));
  }

  #base(): WorkingDays {
    const table = this.#tables.get('') ?? this.#build([]);
    this.#tables.set('', table);
    return table;
  }

  #build(overlays: readonly RegionalDays[]): WorkingDays {
    const off = new Set<DayNumber>();
    const worked = new Set<DayNumber>();
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      const notice = this.#years.get(year);
      for (const day of notice?.workedDays ?? []) worked.add(dayNumberOf(day));
      const days = notice?.offDays.map(dayNumberOf) ?? statutoryDaysOf(year).map(({ day }) => day);
      for (const day of days) off.add(day);
    }
    const regionalRuns: DayRun[] = [];
    for (const overlay of overlays) {
      for (const day of overlay.workedDays.map(dayNumberOf)) {
        worked.add(day);
        off.delete(day);
      }
      for (const day of overlay.offDays.map(dayNumberOf)) {
        worked.delete(day);
        if (!off.has(day)) regionalRuns.push({ from: day, to: day, name: overlay.reason });
      }
    }
    const runs = [...holidayRuns(off), ...regionalRuns].sort((a, b) => a.from - b.from);
    for (const { from } of regionalRuns) off.add(from);
    const published = [...this.#years.values()].filter(({ status }) => status === 'published');
    return new WorkingDays({ off, worked, runs, publishedYears: new Set(published.map(({ year }) => year)) });
  }
}

/** A short fingerprint (FNV-1a, 32 bits) of the years and days, readable in a log. */
function versionOf(years: readonly CalendarYear[], regional: readonly RegionalDays[]): string {
  const content = JSON.stringify([years.map((y) => [y.year, y.status, y.offDays, y.workedDays]), regional]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < content.length; at++)
    hash = Math.imul(hash ^ content.charCodeAt(at), 0x01000193) >>> 0;
  return `${years.map(({ year }) => year).join('+')}:${hash.toString(16).padStart(8, '0')}`;
}

const builtIn = new TableCalendar(new Map(BUILT_IN_YEARS.map((year) => [year.year, year])), []);

/** The years that the service carries itself (2025, 2026); every other year is provisional. */
export function builtInCalendar(): Calendar {
  return builtIn;
}
