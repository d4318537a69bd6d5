import { Schema } from 'mongoose';
import type { CalendarYear } from '../../server/domain/calendar-years.ts';

/** A year of holidays that an administrator imported; the newest import of a year holds. */
export interface CalendarYearDocument extends CalendarYear {
  _id: string;
  importedAt: Date;
  importedBy: string;
  /** When every open case had been computed again; null while that is under way. */
  recomputedAt: Date | null;
}

export const calendarYearSchema = new Schema<CalendarYearDocument>(
  {
    _id: String,
    year: { type: Number, required: true },
    status: { type: String, required: true },
    offDays: { type: [String], required: true },
    workedDays: { type: [String], required: true },
    source: { type: String, required: true },
    importedAt: { type: Date, required: true },
    importedBy: { type: String, required: true },
    recomputedAt: { type: Date, default: null },
  },
  { collection: 'calendarYears', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
