import type { MediationCase } from './case.ts';
import { deadlinesOf } from './deadlines.ts';
import { type Notice, type NoticeContext, nextNoticeAt } from './notices.ts';
import type { WarningGrade } from './warning-grade.ts';
import { type RaisedWarning, warningOf } from './warnings.ts';

/** What is stored with a case only so that a query finds it; all of it can be derived again at any time. */
export interface CaseMarks {
  nextNoticeAt: Date | null;
  /** The grade that the case is under, and since when; null where it is under none. */
  warningGrade: WarningGrade | null;
  warnedAt: Date | null;
}

/** The marks of a case with these notices. */
export function marksOf(notices: readonly Notice[], now: Date): CaseMarks {
  const warning = notices
    .flatMap((notice) => (notice.kind === 'warning' && notice.at <= now ? notice : []))
    .at(-1);
  return {
    nextNoticeAt: nextNoticeAt(notices, now),
    warningGrade: warning?.grade ?? null,
    warnedAt: warning?.at ?? null,
  };
}

/** The warning that a case is under at a moment. */
export function currentWarning(
  subject: MediationCase,
  context: NoticeContext,
  now: Date,
): RaisedWarning | null {
  const deadlines = deadlinesOf(subject.clock, context.clock).filter(({ state }) => state === 'running');
  return warningOf(subject, { ...context, deadlines }, now);
}
