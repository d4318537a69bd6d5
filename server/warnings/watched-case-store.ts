import type { Connection } from 'mongoose';
import { type CaseDocument, caseSchema } from '../../schemas/documents/case-document.ts';
import { type CaseFilter, toCase } from '../cases/case-store.ts';
import { CASE_STATES, type MediationCase } from '../domain/case.ts';
import type { CaseMarks } from '../domain/case-marks.ts';
import { isOpen } from '../domain/open-states.ts';
import type { WarningGrade } from '../domain/warning-grade.ts';

/** Where a page of warnings goes on: after this moment and, within it, this id. */
export interface WarnedPage {
  grade: WarningGrade | null;
  limit: number;
  before: { at: Date; id: string };
}

export interface WarnedCase {
  subject: MediationCase;
  warnedAt: Date;
}

export type WatchedCaseStore = ReturnType<typeof createWatchedCaseStore>;

/** Far above what one employer has at once; enough to know the grade. */
const MOST_RELATED = 500;
/** A case that was turned away may be a duplicate, and would count one dispute twice. */
const COUNTED_STATES = CASE_STATES.filter((state) => isOpen(state) && state !== 'not-accepted');
const DAY_MS = 86_400_000;
const WARNED_WINDOW_DAYS = [30, 120, 480, 100_000];

/** Cases as the early warning looks at them: by their employers, and those under a warning. */
export function createWatchedCaseStore(connection: Connection) {
  const cases = connection.model('Case', caseSchema);

  /** Cases whose employers nobody has looked up since they were registered. */
  async function withEmployersToCheck(limit: number): Promise<MediationCase[]> {
    const documents = await cases
      .find({ employerCheckAt: { $gt: new Date(0) } })
      .limit(limit)
      .lean();
    return documents.map(toCase);
  }

  /** Marks a case's employers as looked up, unless the case has changed and may have other ones. */
  async function employersChecked({ id, version }: MediationCase): Promise<void> {
    await cases.updateOne({ _id: id, version }, { $set: { employerCheckAt: null } });
  }

  /** Open cases against an employer: those registered since a moment, and any that carries its pattern already. */
  async function openAgainst(creditCode: string, since: Date): Promise<MediationCase[]> {
    const documents = await cases
      .find({
        'respondents.creditCode': creditCode,
        state: { $in: COUNTED_STATES },
        $or: [{ registeredAt: { $gte: since } }, { 'employerPatterns.creditCode': creditCode }],
      })
      .sort({ registeredAt: 1 })
      .limit(MOST_RELATED)
      .lean();
    return documents.map(toCase);
  }

  /** Puts a case's patterns in place; false when somebody else wrote first. */
  async function noteEmployerPatterns(
    { id, version, employerPatterns }: MediationCase,
    marks: CaseMarks,
  ): Promise<boolean> {
    const result = await cases.updateOne(
      { _id: id, version },
      { $set: { ...marks, employerPatterns }, $inc: { version: 1 } },
    );
    return result.modifiedCount === 1;
  }

  /**
   * Cases under a warning, the latest first. Looks back in windows that grow until the page is full: where a sort
   * never comes from an index, a page must not cost as much as all that match.
   */
  async function warned(filter: CaseFilter, page: WarnedPage): Promise<WarnedCase[]> {
    const grade = page.grade === null ? {} : { warningGrade: page.grade };
    let documents: CaseDocument[] = [];
    for (const days of WARNED_WINDOW_DAYS) {
      documents = await cases
        .find({ $and: [filter, grade, beforeInWindow(page.before, days)] })
        .sort({ warnedAt: -1, _id: 1 })
        .limit(page.limit)
        .lean();
      if (documents.length === page.limit) break;
    }
    return documents.flatMap((document) =>
      document.warnedAt === null ? [] : [{ subject: toCase(document), warnedAt: document.warnedAt }],
    );
  }

  return { withEmployersToCheck, employersChecked, openAgainst, noteEmployerPatterns, warned };
}

/** After the last case of the page before: older, or of the same moment and later in the order of ids. */
function beforeInWindow({ at, id }: WarnedPage['before'], days: number): CaseFilter {
  const from = new Date(Math.max(0, at.getTime() - days * DAY_MS));
  return { warnedAt: { $gte: from, $lte: at }, $or: [{ warnedAt: { $lt: at } }, { _id: { $gt: id } }] };
}
