import { z } from 'zod';
import { legalDay, shortText } from './fields.ts';

const MOST_DAYS = 366;
const days = z.array(legalDay).max(MOST_DAYS);

/** A year of holidays as the notice of the State Council has it. */
export const calendarYearRequest = z.strictObject({
  year: z.int().min(2008).max(2099),
  status: z.enum(['published', 'provisional']),
  offDays: days.meta({ description: 'rest days inside a holiday included' }),
  workedDays: days.meta({ description: 'Saturdays and Sundays that are worked' }),
  source: shortText.meta({ description: 'the notice that the days come from' }),
});
