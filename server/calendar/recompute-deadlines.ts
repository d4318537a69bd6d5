import type { CaseStore } from '../cases/case-store.ts';
import { isDatabaseFault } from '../database/database-errors.ts';
import { clockContext } from '../deadlines/clock-context.ts';
import { builtInCalendar, type Calendar } from '../domain/calendar.ts';
import type { DayMove, MediationCase } from '../domain/case.ts';
import { marksOf } from '../domain/case-marks.ts';
import { deadlinesOf } from '../domain/deadlines.ts';
import { isErased } from '../domain/erasure.ts';
import { movedDeadlines } from '../domain/moved-deadlines.ts';
import { noticesOf, reminderKeyStart } from '../domain/notices.ts';
import type { DeliveryStore } from '../notices/delivery-store.ts';
import { noticeContext } from '../notices/notice-context.ts';
import type { SetAsideStore } from '../notices/set-aside-store.ts';
import { organisationOf } from '../organisations/organisation-of.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { CalendarStore } from './calendar-store.ts';
import { type LiveCalendar, withYears } from './live-calendar.ts';

export interface RecomputeDependencies {
  calendarYears: CalendarStore;
  calendar: LiveCalendar;
  cases: CaseStore;
  deliveries: DeliveryStore;
  organisations: OrganisationStore;
  setAsides: SetAsideStore;
  now: () => Date;
}

/**
 * Computes the open deadlines of every case again for each import that has not been through yet, records the days
 * that moved in the case, and whom to tell: those who were told the old day. A case that already has the moves of an
 * import is passed over, so a worker that dies in the middle is followed by one that begins anew. A case that cannot
 * be dealt with is set aside, and the others go on.
 */
export function recomputeDeadlines(dependencies: RecomputeDependencies) {
  const { calendarYears, calendar, now } = dependencies;
  return async (): Promise<number> => {
    await calendar.refresh();
    const imports = await calendarYears.all();
    let casesMoved = 0;
    for (const [index, imported] of imports.entries()) {
      if (imported.recomputedAt !== null) continue;
      const before = withYears(builtInCalendar(), imports.slice(0, index));
      casesMoved += await recomputeCases({ importId: imported.id, before, ...dependencies });
      await calendarYears.markRecomputed(imported.id, now());
    }
    return casesMoved;
  };
}

interface Recomputation extends RecomputeDependencies {
  importId: string;
  /** The calendar without the import. */
  before: Calendar;
}

async function recomputeCases(recomputation: Recomputation): Promise<number> {
  const { cases, setAsides, now } = recomputation;
  let moved = 0;
  for await (const { id, read } of cases.everyCase()) {
    try {
      if (await recomputeCase(read(), recomputation)) moved += 1;
    } catch (error) {
      if (isDatabaseFault(error)) throw error;
      await setAsides.put(id, { error, at: now() });
    }
  }
  return moved;
}

/** Records the days of one case that moved; tries again when somebody writes to the case meanwhile. */
async function recomputeCase(subject: MediationCase, recomputation: Recomputation): Promise<boolean> {
  const { importId, before, calendar, cases, organisations, now } = recomputation;
  if (isErased(subject)) return false;
  if (subject.dayMoves.some((move) => move.importId === importId)) return false;
  const organisation = await organisationOf(subject, organisations);
  const deadlines = (days: Calendar) => deadlinesOf(subject.clock, clockContext(subject, organisation, days));
  const moved = movedDeadlines(deadlines(before), deadlines(calendar));
  if (moved.length === 0) return false;
  const at = now();
  const told = await toldOf(subject.id, recomputation.deliveries);
  const moves = moved.map(({ rule, subject: about = null, from, to }): DayMove => {
    return { importId, rule, subject: about, from, to, recordedAt: at, ...told({ rule, about, day: from }) };
  });
  const next = { ...subject, version: subject.version + 1, dayMoves: [...subject.dayMoves, ...moves] };
  const context = noticeContext(next, organisation, calendar);
  const marks = marksOf(next, { notices: noticesOf(next, context), clock: context.clock }, at);
  if (await cases.recordDayMoves(subject, moves, marks)) return true;
  const changed = await cases.find(subject.id, {});
  return changed === null ? false : recomputeCase(changed, recomputation);
}

/** Who was sent a reminder of a day: asks the ledger once for the case. */
async function toldOf(caseId: string, deliveries: DeliveryStore) {
  const rows = await deliveries.ofCase(caseId);
  return ({ rule, about, day }: { rule: string; about: string | null; day: string | null }) => {
    const start = reminderKeyStart({ rule, subject: about, dueOn: day ?? '' });
    const sent = rows.filter(({ noticeKey, state }) => state === 'sent' && noticeKey.startsWith(start));
    return {
      tell: [...new Set(sent.flatMap(({ accountId }) => accountId ?? []))],
      tellWorkers: [...new Set(sent.flatMap(({ workerId }) => workerId ?? []))],
    };
  };
}
