import type { MediationCase } from './case.ts';
import { type CaseListing, listingOf } from './case-listing.ts';
import type { ClockContext } from './deadline.ts';
import { deadlinesOnce } from './deadlines-once.ts';
import { isErased } from './erasure.ts';
import type { LegalDay } from './legal-day.ts';
import { type Notice, type NoticeContext, nextNoticeAt } from './notices.ts';
import { endedOn } from './retention.ts';
import type { WarningGrade } from './warning-grade.ts';
import { type RaisedWarning, warningOf } from './warnings.ts';

/** What is stored with a case only so that a query finds it; all of it can be derived again at any time. */
export interface CaseMarks extends CaseListing {
  nextNoticeAt: Date | null;
  /** The grade that the case is under, and since when; null where it is under none. */
  warningGrade: WarningGrade | null;
  warnedAt: Date | null;
  /** The day on which its end was recorded; NOT_ENDED where there is none. */
  endedOn: LegalDay;
}

/** Sorts behind every day. */
export const NOT_ENDED = 'open';

/** The marks of a case with these notices, in an office with this clock. */
export function marksOf(
  subject: Omit<MediationCase, 'version'>,
  { notices, clock }: { notices: readonly Notice[]; clock: ClockContext },
  now: Date,
): CaseMarks {
  const warning = notices
    .flatMap((notice) => (notice.kind === 'warning' && notice.at <= now ? notice : []))
    .at(-1);
  const grade = warning?.grade ?? null;
  const deadlines = isErased(subject) ? [] : deadlinesOnce(subject.clock, clock);
  return {
    ...listingOf(subject, { deadlines, grade }),
    nextNoticeAt: nextNoticeAt(notices, now),
    warningGrade: grade,
    warnedAt: warning?.at ?? null,
    endedOn: endedOn(subject) ?? NOT_ENDED,
  };
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
