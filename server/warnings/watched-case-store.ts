import type { Connection } from 'mongoose';
import {
  type CaseDocument,
  caseSchema,
  EMPLOYER_CHECK_INDEX,
  EMPLOYER_INDEX,
  WARNED_INDEX,
} from '../../schemas/documents/case-document.ts';
import type { WarningsQuery } from '../../schemas/requests/warning-requests.ts';
import type { CaseFilter } from '../cases/case-store.ts';
import { recordOf } from '../cases/record-of.ts';
import { olderThan, type PageRequest, type TimePlace } from '../database/list-place.ts';
import { newestFirst } from '../database/newest-first.ts';
import type { MediationCase } from '../domain/case.ts';
import type { CaseMarks } from '../domain/case-marks.ts';
import { OPEN_STATES } from '../domain/case-state.ts';
import type { CaseSealing } from '../personal-data/case-sealing.ts';

export interface WarnedCase {
  subject: MediationCase;
  warnedAt: Date;
}

/** A case that has yet to be read: one that cannot be must keep no other back. */
export interface UnreadCase {
  read: () => MediationCase;
}

export type WatchedCaseStore = ReturnType<typeof createWatchedCaseStore>;

/** Far above what one employer has at once; enough to know the grade. */
const MOST_RELATED = 500;
/** A case that was turned away may be a duplicate, and would count one dispute twice. */
const COUNTED_STATES = OPEN_STATES.filter((state) => state !== 'not-accepted');
/** Web and workers take the database's clock, to within a second. */
const CLOCKS_APART_MS = 5000;

/** What warnings ask of the collection of cases, and write to it; all else goes by case-store.ts. */
export function createWatchedCaseStore({
  connection,
  sealing,
}: {
  connection: Connection;
  sealing: CaseSealing;
}) {
  const cases = connection.model('Case', caseSchema);
  const toCase = (document: CaseDocument): MediationCase => recordOf(sealing.openDocument(document));

  /** Cases whose employers nobody has looked up since they came into the case or changed. */
  async function withEmployersToCheck(limit: number): Promise<UnreadCase[]> {
    const documents = await cases
      .find({ employerCheckAt: { $gt: new Date(0) } })
      .hint(EMPLOYER_CHECK_INDEX)
      .limit(limit)
      .lean();
    return documents.map((document) => ({ read: () => toCase(document) }));
  }

  /** Marks a case's employers as looked up, unless the case has changed and may have other ones. */
  async function employersChecked({ id, version }: MediationCase): Promise<void> {
    await cases.updateOne({ _id: id, version }, { $set: { employerCheckAt: null } });
  }

  /** Open cases against an employer: those registered since a moment, and any that carries its pattern already. */
  async function openAgainst(creditCode: string, since: Date): Promise<UnreadCase[]> {
    const documents = await cases
      .find({
        'respondents.creditCode': creditCode,
        state: { $in: COUNTED_STATES },
        erasure: null,
        $or: [{ registeredAt: { $gte: since } }, { 'employerPatterns.creditCode': creditCode }],
      })
      .hint(EMPLOYER_INDEX)
      .sort({ registeredAt: 1 })
      .limit(MOST_RELATED)
      .lean();
    return documents.map((document) => ({ read: () => toCase(document) }));
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

  /** Cases under a warning, the latest first. */
  function page(
    filter: CaseFilter,
    { grade, limit, after: place }: PageRequest<WarningsQuery, TimePlace>,
    now: Date,
  ): Promise<WarnedCase[]> {
    const ofGrade = grade === null ? {} : { warningGrade: grade };
    return newestFirst<WarnedCase>({
      until: place?.at ?? new Date(now.getTime() + CLOCKS_APART_MS),
      limit,
      read: async ({ after, until }, wanted) => {
        const warnedAt = { $gt: after ?? new Date(0), $lte: until };
        const documents = await cases
          .find({ $and: [filter, { ...ofGrade, warnedAt }, olderThan('warnedAt', place)] })
          .hint(WARNED_INDEX)
          .sort({ warnedAt: -1, _id: -1 })
          .limit(wanted)
          .lean();
        return documents.flatMap((document) =>
          document.warnedAt === null ? [] : [{ subject: toCase(document), warnedAt: document.warnedAt }],
        );
      },
    });
  }

  return { withEmployersToCheck, employersChecked, openAgainst, noteEmployerPatterns, page };
}
