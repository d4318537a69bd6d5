import { z } from 'zod';
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

export const calendarYear = z.strictObject({
  year: z.int().min(2008).max(2099),
  status: z.enum(['published', 'provisional']),
  offDays: z.array(day).meta({ description: 'rest days inside a holiday included' }),
  workedDays: z.array(day).meta({ description: 'Saturdays and Sundays that are worked' }),
  source: z.string().min(1).meta({ description: 'the notice that the days come from' }),
});

export const calendarYearsAnswer = z.strictObject({
  version: z.string(),
  years: z.array(calendarYear),
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
});
