import { Router } from 'express';
import { calendarYearRequest } from '../../schemas/requests/calendar-requests.ts';
import { visibleCases } from '../cases/case-policy.ts';
import type { CaseStore } from '../cases/case-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { CalendarYear } from '../domain/calendar-years.ts';
import { Fault } from '../domain/fault.ts';
import { noteForAudit } from '../http/audit-note.ts';
import type { Authenticate } from '../http/authenticate.ts';
import type { Once } from '../http/once.ts';
import { parseInput } from '../http/parse-input.ts';
import type { CalendarStore, ImportedYear } from './calendar-store.ts';
import type { importYear } from './import-year.ts';

export interface CalendarRoutesDependencies {
  authenticate: Authenticate;
  once: Once;
  calendar: Calendar;
  calendarYears: CalendarStore;
  cases: CaseStore;
  importYear: ReturnType<typeof importYear>;
}

/** Cases whose moves are told; of a year that moves more, the others are found by their deadlines. */
const MOST_MOVED = 1000;

/** /api/v1/calendar: the years that deadlines are counted with, and what their publication moved. */
export function calendarRoutes(dependencies: CalendarRoutesDependencies): Router {
  const { authenticate, once, calendar, calendarYears, cases, importYear } = dependencies;
  const router = Router();

  router.get('/years', async (request, response) => {
    await authenticate(request);
    const imports = await calendarYears.all();
    response.json({
      version: calendar.version,
      years: calendar.years().map(yearView),
      imports: imports.map(importView),
    });
  });

  router.post(
    '/years',
    once(async ({ body }, { actor, change }) => ({
      status: 201,
      body: importView(await importYear(actor, parseInput(calendarYearRequest, body), change)),
    })),
  );

  router.get('/imports/:id/moves', async (request, response) => {
    const actor = await authenticate(request);
    const imports = await calendarYears.all();
    if (!imports.some(({ id }) => id === request.params.id)) throw new Fault('import_not_found');
    const moved = await cases.movedBy(request.params.id, visibleCases(actor), MOST_MOVED);
    const moves = moved.flatMap(({ id, number, dayMoves }) =>
      dayMoves
        .filter(({ importId }) => importId === request.params.id)
        .map(({ rule, subject, from, to }) => ({ caseId: id, number, rule, subject, from, to })),
    );
    noteForAudit(request, { caseIds: moved.map(({ id }) => id) });
    response.json({ moves, more: moved.length === MOST_MOVED });
  });

  return router;
}

function yearView({ year, status, offDays, workedDays, source }: CalendarYear) {
  return { year, status, offDays, workedDays, source };
}

function importView({ id, year, status, source, importedAt, recomputedAt }: ImportedYear) {
  return { id, year, status, source, importedAt, recomputedAt };
}
