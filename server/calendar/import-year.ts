import { type CalendarFault, readCalendarYear } from '../domain/calendar-import.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import type { CalendarStore, ImportedYear } from './calendar-store.ts';
import type { LiveCalendar } from './live-calendar.ts';

/** A year that was refused; each fault names its row. */
export class CalendarYearFault extends Fault {
  readonly faults: readonly CalendarFault[];

  constructor(faults: readonly CalendarFault[]) {
    super('invalid_input');
    this.faults = faults;
  }
}

export interface ImportYearDependencies {
  calendarYears: CalendarStore;
  calendar: LiveCalendar;
  now: () => Date;
}

/** An administrator imports a year of holidays; the workers then compute every open deadline again. */
export function importYear({ calendarYears, calendar, now }: ImportYearDependencies) {
  return async (
    actor: Actor,
    input: unknown,
    { id }: ChangeIdentity = newChange(),
  ): Promise<ImportedYear> => {
    if (!actor.roles.includes('administrator')) {
      throw new Fault('not_permitted', { params: { needed: 'administrator' } });
    }
    const stored = (await calendarYears.all()).find((imported) => imported.id === id);
    if (stored !== undefined) return stored;
    await calendar.refresh();
    const { year, errors } = readCalendarYear(input, calendar);
    if (year === null) throw new CalendarYearFault(errors);
    const imported: ImportedYear = {
      ...year,
      id,
      importedAt: now(),
      importedBy: actor.accountId,
      recomputedAt: null,
    };
    await calendarYears.insert(imported);
    await calendar.refresh();
    return imported;
  };
}
