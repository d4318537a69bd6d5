import type { MediationCase } from './case.ts';
import { isOpen } from './case-state.ts';
import { compareGrades, type WarningGrade } from './warning-grade.ts';
import type { WarningReason } from './warning-reason.ts';
import { type WarnedCase, type WarningContext, warningReasons } from './warning-reasons.ts';

/** A moment at which a case came to a higher grade than before. */
export interface RaisedWarning {
  grade: WarningGrade;
  at: Date;
  /** Those that held by then, the gravest first. */
  reasons: WarningReason[];
}

/**
 * When a case came, and will come, to a higher grade, in order of time. Of what begins in one moment only the
 * highest grade is raised: a case of a hundred workers is red, not four warnings.
 */
export function raisedWarnings(subject: WarnedCase, context: WarningContext): RaisedWarning[] {
  if (!isOpen(subject.state)) return [];
  const reasons = warningReasons(subject, context);
  const raised: RaisedWarning[] = [];
  for (const { grade, at } of inOrderOfTime(reasons)) {
    const last = raised.at(-1);
    if (last !== undefined && compareGrades(grade, last.grade) <= 0) continue;
    raised.push({ grade, at, reasons: reasons.filter((reason) => reason.at <= at) });
  }
  return raised;
}

/** The warning that a case is under now, with every reason so far; null where there is none. */
export function warningOf(subject: WarnedCase, context: WarningContext, now: Date): RaisedWarning | null {
  const highest = raisedWarnings(subject, context).findLast(({ at }) => at <= now);
  if (highest === undefined) return null;
  return { ...highest, reasons: warningReasons(subject, context).filter(({ at }) => at <= now) };
}

/** True where a person has taken note of this grade or of a graver one. */
export function isAcknowledged(
  { acknowledgements }: Pick<MediationCase, 'acknowledgements'>,
  grade: WarningGrade,
): boolean {
  return acknowledgements.some((one) => compareGrades(one.grade, grade) >= 0);
}

/** Gravest first within a moment. */
function inOrderOfTime(reasons: readonly WarningReason[]): WarningReason[] {
  return [...reasons].sort((a, b) => a.at.getTime() - b.at.getTime() || compareGrades(b.grade, a.grade));
}
