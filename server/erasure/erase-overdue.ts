import type { ErasedCase } from '../../schemas/requests/erasure-requests.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { isDatabaseFault } from '../database/database-errors.ts';
import { clockContext } from '../deadlines/clock-context.ts';
import type { Calendar } from '../domain/calendar.ts';
import { deadlinesOf } from '../domain/deadlines.ts';
import { isErased } from '../domain/erasure.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import { addYears, erasureDue, retentionBetween, retentionOn } from '../domain/retention.ts';
import { organisationOf } from '../organisations/organisation-of.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { CaseErasureStore } from './case-erasure-store.ts';
import type { EraseCase } from './erase-case.ts';

export interface EraseOverdueDependencies {
  cases: CaseStore;
  caseErasures: CaseErasureStore;
  organisations: OrganisationStore;
  eraseCase: EraseCase;
  calendar: Calendar;
  now: () => Date;
}

/** What a round tells of itself while it goes on. */
export interface OverdueRound {
  /** Asked before each slice; false ends the round. */
  mayGoOn: () => Promise<boolean>;
  onErased: (erased: ErasedCase) => void;
  /** Of a case that could not be dealt with, which keeps no other back and is tried in the next round. */
  onFault: (fault: { caseId: string; error: unknown }) => void;
}

const SLICE = 100;
/** An erasure by hand may still be at its second half. */
const UNDER_WAY_MS = 60_000;

/**
 * Erases what was kept for as long as its organisation's setting says. Each case is read anew and judged by the
 * settings of that moment, and goes by the one update that an erasure by hand makes, on condition of the version that
 * was judged: a round that is cut off, or done by several workers at once, is simply done again.
 */
export function eraseOverdue(dependencies: EraseOverdueDependencies) {
  const { cases, caseErasures, organisations, eraseCase, calendar, now } = dependencies;

  async function eraseWhereDue(caseId: string): Promise<ErasedCase | null> {
    const subject = await cases.find(caseId, {});
    if (subject === null || isErased(subject)) return null;
    const today = legalDayOf(now());
    const chain = await organisations.chainOf(subject.organisationPath);
    const office = await organisationOf(subject, organisations);
    const due = erasureDue(subject, {
      spans: retentionBetween(chain, { from: today, until: today }),
      deadlines: deadlinesOf(subject.clock, clockContext(subject, office, calendar)),
    });
    if (due === null) return null;
    const { organisationId, fromOn, years, setBy } = due.rule;
    return eraseCase.carryOut(subject, {
      by: setBy,
      basis: 'retention-over',
      reason: `保存期满（自${fromOn}起保存${years}年）/ kept for ${years} years, as set from ${fromOn} on`,
      setting: { organisationId, fromOn, years },
    });
  }

  async function finish(round: OverdueRound): Promise<void> {
    const until = new Date(now().getTime() - UNDER_WAY_MS);
    const left = await caseErasures.uncleared(until, SLICE);
    for (const erased of left) await apart(erased.caseId, round, () => eraseCase.clearBeside(erased));
  }

  return async (round: OverdueRound): Promise<void> => {
    await finish(round);
    const today = legalDayOf(now());
    for (const { id, path } of await organisations.everyOne()) {
      const rule = retentionOn(await organisations.chainOf(path), today);
      if (rule === null) continue;
      const ended = { day: addYears(today, -rule.years), slice: SLICE };
      for await (const slice of caseErasures.endedBy(id, ended)) {
        if (!(await round.mayGoOn())) return;
        for (const caseId of slice) {
          await apart(caseId, round, async () => {
            const erased = await eraseWhereDue(caseId);
            if (erased !== null) round.onErased(erased);
          });
        }
      }
    }
  };
}

/** Somebody who changed the case in that moment was first; a database that fails ends the round. */
async function apart(caseId: string, { onFault }: OverdueRound, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isDatabaseFault(error)) throw error;
    if (!(error instanceof Fault && error.code === 'case_changed')) onFault({ caseId, error });
  }
}
