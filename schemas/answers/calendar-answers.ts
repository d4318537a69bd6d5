import { z } from 'zod';
import { calendarYearRequest } from '../requests/calendar-requests.ts';
import { day, instant } from './answer-fields.ts';

export const calendarImportAnswer = z
  .strictObject({
    id: z.uuid(),
    year: z.int(),
    status: z.enum(['published', 'provisional']),
    source: z.string(),
    importedAt: instant,
    recomputedAt: instant.nullable().meta({ description: 'null while open deadlines are computed again' }),
  })
  .meta({ id: 'CalendarImport' });

export const calendarYearsAnswer = z.strictObject({
  version: z.string(),
  years: z.array(calendarYearRequest),
  imports: z.array(calendarImportAnswer),
});

export const calendarMovesAnswer = z.strictObject({
  moves: z.array(
    z.strictObject({
      caseId: z.uuid(),
      number: z.string(),
      rule: z.string(),
      subject: z.string().nullable(),
      from: day.nullable(),
      to: day.nullable(),
    }),
  ),
  more: z.boolean().meta({ description: 'there are further cases, which are not told' }),
});
