import type { MediationCase } from './case.ts';
import { type CaseListing, listingOf } from './case-listing.ts';
import type { ClockContext } from './deadline.ts';
import { deadlinesOnce } from './deadlines-once.ts';
import { dueTasks } from './due-tasks.ts';
import { isErased } from './erasure.ts';
import { stillDue } from './lapsing-limits.ts';
import { type LegalDay, legalDayOf } from './legal-day.ts';
import { type Notice, type NoticeContext, nextNoticeAt } from './notices.ts';
import { promisedDays } from './promised-days.ts';
import { endedOn } from './retention.ts';
import type { WarningGrade } from './warning-grade.ts';
import { type RaisedWarning, warningOf } from './warnings.ts';
import { shanghaiInstant } from './working-hours.ts';

/** What is stored with a case only so that a query finds it; all of it can be derived again at any time. */
export interface CaseMarks extends CaseListing {
  /** When the sweep looks at the case again: a notice falls due, or the next day due lapses by itself. */
  nextNoticeAt: Date | null;
  /** The grade that the case is under, and since when; null where it is under none. */
  warningGrade: WarningGrade | null;
  warnedAt: Date | null;
  /** The day on which its end was recorded; NOT_ENDED where there is none. */
  endedOn: LegalDay;
}

/** Sorts behind every day. */
export const NOT_ENDED = 'open';

interface Marking {
  notices: readonly Notice[];
  /** Those of them that have no row in the ledger yet; left out: all. */
  toCome?: readonly Notice[];
  clock: ClockContext;
}

/** The marks of a case with these notices, in an office with this clock. */
export function marksOf(
  subject: Omit<MediationCase, 'version'>,
  { notices, toCome = notices, clock }: Marking,
  now: Date,
): CaseMarks {
  const warning = notices
    .flatMap((notice) => (notice.kind === 'warning' && notice.at <= now ? notice : []))
    .at(-1);
  const grade = warning?.grade ?? null;
  const deadlines = isErased(subject) ? [] : deadlinesOnce(subject.clock, clock);
  const promised = isErased(subject) ? [] : promisedDays(subject);
  const { limits, lapsesOn } = stillDue(deadlines, legalDayOf(now));
  const nextDueOn = dueTasks(limits, promised)[0]?.dueOn ?? null;
  return {
    ...listingOf(subject, { nextDueOn, grade }),
    nextNoticeAt: earliest(
      nextNoticeAt(toCome, now),
      lapsesOn === null ? null : shanghaiInstant(lapsesOn, 0),
    ),
    warningGrade: grade,
    warnedAt: warning?.at ?? null,
    endedOn: endedOn(subject) ?? NOT_ENDED,
  };
}

function earliest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** The warning that a case is under at a moment. */
export function currentWarning(
  subject: MediationCase,
  context: NoticeContext,
  now: Date,
): RaisedWarning | null {
  if (isErased(subject)) return null;
  const deadlines = deadlinesOnce(subject.clock, context.clock).filter(({ state }) => state === 'running');
  return warningOf(subject, { ...context, deadlines }, now);
}
