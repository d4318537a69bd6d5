import type { Calendar, RegionalDays } from '../domain/calendar.ts';
import type { CalendarYear } from '../domain/calendar-years.ts';
import type { LegalDay } from '../domain/legal-day.ts';
import type { CalendarStore } from './calendar-store.ts';

/** A calendar with years put into it, later ones over earlier ones. */
export function withYears(calendar: Calendar, years: readonly CalendarYear[]): Calendar {
  return years.reduce((so, year) => so.withYear(year), calendar);
}

/** The calendar of a running process: the built-in years, and those that were imported up to the last refresh. */
export class LiveCalendar implements Calendar {
  readonly #builtIn: Calendar;
  readonly #imported: Pick<CalendarStore, 'all'>;
  #current: Calendar;

  constructor(builtIn: Calendar, imported: Pick<CalendarStore, 'all'>) {
    this.#builtIn = builtIn;
    this.#imported = imported;
    this.#current = builtIn;
  }

  /** Takes in what was imported since, by this process or another. */
  async refresh(): Promise<void> {
    const next = withYears(this.#builtIn, await this.#imported.all());
    if (next.version !== this.#current.version) this.#current = next;
  }

  get version(): string {
    return this.#current.version;
  }

  years(): readonly CalendarYear[] {
    return this.#current.years();
  }

  isWorkingDay(day: LegalDay, region?: string): boolean {
    return this.#current.isWorkingDay(day, region);
  }

  statusOf(year: number): CalendarYear['status'] {
    return this.#current.statusOf(year);
  }

  workingDays(region?: string) {
    return this.#current.workingDays(region);
  }

  withYear(year: CalendarYear): Calendar {
    return this.#current.withYear(year);
  }

  withRegionalDays(days: RegionalDays): Calendar {
    return this.#current.withRegionalDays(days);
  }
}
