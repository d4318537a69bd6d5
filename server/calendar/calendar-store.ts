import type { Connection } from 'mongoose';
import {
  type CalendarYearDocument,
  calendarYearSchema,
} from '../../schemas/documents/calendar-year-document.ts';

/** An imported year, as it is stored. */
export interface ImportedYear extends Omit<CalendarYearDocument, '_id'> {
  id: string;
}

export type CalendarStore = ReturnType<typeof createCalendarStore>;

/** The only reader and writer of imported years: a few for each year of service, so all are read at once. */
export function createCalendarStore(connection: Connection) {
  const years = connection.model('CalendarYear', calendarYearSchema);

  async function insert({ id, ...rest }: ImportedYear): Promise<void> {
    await years.create([{ ...rest, _id: id }]);
  }

  /** Oldest import first, so that a later one of the same year comes to stand above it. */
  async function all(): Promise<ImportedYear[]> {
    const documents = await years.find().lean();
    return documents
      .map(({ _id, ...rest }) => ({ ...rest, id: _id }))
      .sort((a, b) => a.importedAt.getTime() - b.importedAt.getTime());
  }

  async function markRecomputed(id: string, recomputedAt: Date): Promise<void> {
    await years.updateOne({ _id: id }, { $set: { recomputedAt } });
  }

  return { insert, all, markRecomputed };
}
