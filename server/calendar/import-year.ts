import { type CalendarFault, readCalendarYear } from '../domain/calendar-import.ts';
import type { CalendarYear } from '../domain/calendar-years.ts';
import { Fault } from '../domain/fault.ts';
import { InvalidFields, pointerTo } from '../domain/invalid-fields.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import type { CalendarStore, ImportedYear } from './calendar-store.ts';
import type { LiveCalendar } from './live-calendar.ts';

export interface ImportYearDependencies {
  calendarYears: CalendarStore;
  calendar: LiveCalendar;
  now: () => Date;
}

/**
 * An administrator of the instance imports a year of holidays, which hold for all organisations; the workers then compute
 * every open deadline again.
 */
export function importYear({ calendarYears, calendar, now }: ImportYearDependencies) {
  return async (
    actor: Actor,
    input: CalendarYear,
    { id }: ChangeIdentity = newChange(),
  ): Promise<ImportedYear> => {
    if (!actor.roles.includes('administrator')) {
      throw new Fault('not_permitted', { params: { needed: 'administrator' } });
    }
    if (actor.organisationId !== null) throw new Fault('calendar_of_instance');
    const stored = (await calendarYears.all()).find((imported) => imported.id === id);
    if (stored !== undefined) return stored;
    await calendar.refresh();
    const { year, errors } = readCalendarYear(input, calendar);
    if (year === null) throw refusal(errors);
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

/** A refused year names each row that is wrong: offDays[3] is /offDays/3. */
function refusal(faults: readonly CalendarFault[]): InvalidFields {
  return new InvalidFields((language) =>
    faults.map(({ row, text }) => ({
      pointer: pointerTo(row.split(/[[\]]+/).filter((part) => part !== '')),
      detail: text[language],
    })),
  );
}
