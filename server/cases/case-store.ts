import type { Connection, QueryFilter } from 'mongoose';
import { type CaseDocument, caseSchema } from '../../schemas/documents/case-document.ts';
import { counterSchema } from '../../schemas/documents/counter-document.ts';
import { isDuplicateKey, isWriteConflict } from '../database/database-errors.ts';
import { inTurn } from '../database/in-turn.ts';
import { oldestFirst } from '../database/oldest-first.ts';
import type { CaseChange } from '../domain/actions/case-action.ts';
import { CASE_STATES, type DayMove, type Fact, type MediationCase } from '../domain/case.ts';
import type { CaseMarks } from '../domain/case-marks.ts';
import { isOpen } from '../domain/open-states.ts';
import type { WarningGrade } from '../domain/warning-grade.ts';

/** A case that is about to get its number. */
export type UnnumberedCase = Omit<MediationCase, 'number' | 'version'> &
  CaseMarks &
  Pick<CaseDocument, 'lookupCodeHash' | 'employerCheckAt'>;

export interface CaseUpdate {
  change: CaseChange;
  facts: Fact[];
  marks: CaseMarks;
}

/** Which cases somebody may see, as a query. */
export type CaseFilter = QueryFilter<CaseDocument>;

/** A case with what the sweep must find unchanged when it moves the case on. */
export interface SweptCase {
  subject: MediationCase;
  nextNoticeAt: Date;
}

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

interface Numbering {
  year: number;
  /** With {year} and {sequence}. */
  pattern: string;
}

export type CaseStore = ReturnType<typeof createCaseStore>;

const MOST_NUMBER_TRIES = 1000;
const BATCH = 500;
/** Far above what one employer has at once; enough to know the grade. */
const MOST_RELATED = 500;
/** A case that was turned away may be a duplicate, and would count one dispute twice. */
const COUNTED_STATES = CASE_STATES.filter((state) => isOpen(state) && state !== 'not-accepted');
const DAY_MS = 86_400_000;
const WARNED_WINDOW_DAYS = [30, 120, 480, 100_000];

/** The only reader and writer of the collection of cases. */
export function createCaseStore(connection: Connection) {
  const cases = connection.model('Case', caseSchema);
  const counters = connection.model('Counter', counterSchema);
  const numberInTurn = inTurn();

  /**
   * Inserts a case under the next free number. The unique index decides, so a number is taken only by a case that
   * was stored: no gap arises from a failed registration, and no number is given twice. Cases of one organisation
   * take their turns here, so that they do not race for one number; those of another process may, and try again.
   */
  function insert(draft: UnnumberedCase, numbering: Numbering): Promise<MediationCase> {
    const counterId = `${draft.organisationId}/${numbering.year}`;
    return numberInTurn(counterId, () => insertNumbered(draft, { ...numbering, counterId }));
  }

  async function insertNumbered(draft: UnnumberedCase, numbering: Numbering & { counterId: string }) {
    const { counterId } = numbering;
    const hint = await counters.findById(counterId).lean();
    const first = (hint?.last ?? 0) + 1;
    let sequence = first;
    for (let attempt = 0; attempt < MOST_NUMBER_TRIES; attempt += 1) {
      const number = numbering.pattern
        .replace('{year}', String(numbering.year))
        .replace('{sequence}', String(sequence));
      const { id, ...rest } = draft;
      const document = { ...rest, _id: id, version: 1, number };
      try {
        await cases.create([document]);
      } catch (error) {
        if (isWriteConflict(error)) continue;
        if (!isDuplicateKey(error)) throw error;
        // The driver repeats a write whose answer was lost: then the number that is taken is ours.
        const stored = await find(draft.id, {});
        if (stored !== null) return stored;
        sequence += 1;
        continue;
      }
      await rememberNumber(counterId, sequence);
      return { ...draft, number, version: 1 };
    }
    throw new Error(`No free case number after ${MOST_NUMBER_TRIES} tries from ${first} in ${counterId}.`);
  }

  /** Two first upserts at once make one of them fail; the hint is then only a little behind. */
  async function rememberNumber(counterId: string, last: number): Promise<void> {
    try {
      await counters.updateOne({ _id: counterId }, { $max: { last } }, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async function find(id: string, filter: CaseFilter): Promise<MediationCase | null> {
    const document = await cases.findOne({ $and: [{ _id: id }, filter] }).lean();
    return document === null ? null : toCase(document);
  }

  /** Newest first, at most `limit`, older than `before` where given. */
  async function list(
    filter: CaseFilter,
    page: { limit: number; before: Date | null },
  ): Promise<MediationCase[]> {
    const older = page.before === null ? {} : { registeredAt: { $lt: page.before } };
    const documents = await cases
      .find({ $and: [filter, older] })
      .sort({ registeredAt: -1 })
      .limit(page.limit)
      .lean();
    return documents.map(toCase);
  }

  /** Writes a change in one conditional update; false when somebody else wrote first. */
  async function update(
    subject: Pick<MediationCase, 'id' | 'version'>,
    { change, facts, marks }: CaseUpdate,
  ) {
    const result = await cases.updateOne(
      { _id: subject.id, version: subject.version },
      {
        $set: { ...change.set, ...marks, state: change.state },
        $push: { clock: { $each: change.events }, timeline: { $each: facts } },
        $inc: { version: 1 },
      },
    );
    return result.modifiedCount === 1;
  }

  async function findByNumber(
    number: string,
  ): Promise<{ subject: MediationCase; lookupCodeHash: string } | null> {
    const document = await cases.findOne({ number }).lean();
    return document === null ? null : { subject: toCase(document), lookupCodeHash: document.lookupCodeHash };
  }

  /** Cases with a notice that fell due, the oldest first, as many as one slice takes. */
  const withNoticesDue = oldestFirst<SweptCase>({
    at: ({ nextNoticeAt }) => nextNoticeAt,
    read: async ({ after, until }, limit) => {
      const from = after === null ? {} : { $gt: after };
      const documents = await cases
        .find({ nextNoticeAt: { ...from, $lte: until } })
        .limit(limit)
        .lean();
      return documents.flatMap((document) =>
        document.nextNoticeAt === null
          ? []
          : [{ subject: toCase(document), nextNoticeAt: document.nextNoticeAt }],
      );
    },
  });

  /** Moves swept cases on, each only if nobody changed it since it was read. */
  async function moveNextNotices(moves: readonly (SweptCase & { marks: CaseMarks })[]): Promise<void> {
    if (moves.length === 0) return;
    await cases.bulkWrite(
      moves.map(({ subject, nextNoticeAt, marks }) => ({
        updateOne: {
          filter: { _id: subject.id, version: subject.version, nextNoticeAt },
          update: { $set: marks },
        },
      })),
      { ordered: false },
    );
  }

  /** Every case there is, one after the other, in no order. */
  async function* everyCase(): AsyncGenerator<MediationCase> {
    for await (const document of cases.find().lean().cursor({ batchSize: BATCH })) yield toCase(document);
  }

  /** Adds days that moved; false when somebody else wrote first. */
  async function recordDayMoves(
    { id, version }: Pick<MediationCase, 'id' | 'version'>,
    moves: readonly DayMove[],
    nextNoticeAt: Date | null,
  ): Promise<boolean> {
    const result = await cases.updateOne(
      { _id: id, version },
      { $push: { dayMoves: { $each: moves } }, $set: { nextNoticeAt }, $inc: { version: 1 } },
    );
    return result.modifiedCount === 1;
  }

  /** The visible cases that an import moved, at most `limit`. */
  async function movedBy(importId: string, filter: CaseFilter, limit: number): Promise<MediationCase[]> {
    const documents = await cases
      .find({ $and: [{ 'dayMoves.importId': importId }, filter] })
      .limit(limit)
      .lean();
    return documents.map(toCase);
  }

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

  async function createIndexes(): Promise<void> {
    await cases.createIndexes();
  }

  return {
    insert,
    find,
    list,
    update,
    findByNumber,
    withNoticesDue,
    moveNextNotices,
    everyCase,
    recordDayMoves,
    movedBy,
    withEmployersToCheck,
    employersChecked,
    openAgainst,
    noteEmployerPatterns,
    warned,
    createIndexes,
  };
}

/** After the last case of the page before: older, or of the same moment and later in the order of ids. */
function beforeInWindow({ at, id }: WarnedPage['before'], days: number): CaseFilter {
  const from = new Date(Math.max(0, at.getTime() - days * DAY_MS));
  return { warnedAt: { $gte: from, $lte: at }, $or: [{ warnedAt: { $lt: at } }, { _id: { $gt: id } }] };
}

function toCase(document: CaseDocument): MediationCase {
  const { _id, lookupCodeHash, nextNoticeAt, warningGrade, warnedAt, employerCheckAt, ...rest } = document;
  return { ...rest, id: _id };
}
