import { GRADE_NAMES } from '../domain/warning-grade.ts';
import { reasonText } from '../domain/warning-reason.ts';
import type { RaisedWarning } from '../domain/warnings.ts';

/** A warning as people read it: its grade, since when, and why. */
export function warningView({ grade, at, reasons }: RaisedWarning) {
  return {
    grade,
    gradeName: GRADE_NAMES[grade],
    since: at,
    reasons: reasons.map((reason) => ({
      code: reason.code,
      grade: reason.grade,
      since: reason.at,
      ...reasonText(reason, 'own'),
    })),
  };
}
