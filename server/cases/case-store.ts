import type { Connection, QueryFilter } from 'mongoose';
import {
  type CaseDocument,
  caseSchema,
  DAY_MOVES_INDEX,
  NEXT_NOTICE_INDEX,
  NUMBER_KEY_INDEX,
} from '../../schemas/documents/case-document.ts';
import { counterSchema } from '../../schemas/documents/counter-document.ts';
import { isDuplicateKey, isWriteConflict } from '../database/database-errors.ts';
import { inTurn } from '../database/in-turn.ts';
import { oldestFirst, withinWindow } from '../database/oldest-first.ts';
import type { CaseChange } from '../domain/actions/case-action.ts';
import type { DayMove, MediationCase } from '../domain/case.ts';
import type { CaseMarks } from '../domain/case-marks.ts';
import { caseNumberKey } from '../domain/case-number-key.ts';
import type { Fact } from '../domain/fact.ts';
import { haveCreditCode } from '../domain/respondent.ts';
import type { CaseKeyStore } from '../personal-data/case-key-store.ts';
import { type CaseSealing, sealParts } from '../personal-data/case-sealing.ts';
import type { Searchable, SearchTokens } from '../search/search-tokens.ts';
import { documentOf, type MarkedCase } from './document-of.ts';
import { recordOf } from './record-of.ts';

/** A case that is about to get its number. */
export type UnnumberedCase = Omit<MarkedCase, 'number' | 'version'>;

export interface CaseUpdate {
  change: CaseChange;
  facts: Fact[];
  marks: CaseMarks;
  /** Of a new code for the worker's receipt; the old one is good no more. */
  lookupCodeHash?: string;
}

/** Which cases somebody may see, as a query. */
export type CaseFilter = QueryFilter<CaseDocument>;

/** A case as it came from the database; not every piece of work on many cases has to fail with one of them. */
export interface UnreadCase {
  id: string;
  /** @throws where what is stored is no case that can be read */
  read: () => MediationCase;
}

/** A case whose turn has come in the sweep. */
export interface DueCase extends UnreadCase {
  nextNoticeAt: Date;
}

/** A case with what the sweep must find unchanged when it moves the case on. */
export interface SweptCase {
  subject: MediationCase;
  nextNoticeAt: Date;
}

export type MovedCase = Pick<MediationCase, 'id' | 'number' | 'dayMoves'>;

interface Numbering {
  year: number;
  /** With {year} and {sequence}. */
  pattern: string;
}

export interface CaseStoreDependencies {
  connection: Connection;
  sealing: CaseSealing;
  caseKeys: CaseKeyStore;
  searchTokens: SearchTokens;
}

export type CaseStore = ReturnType<typeof createCaseStore>;

const MOST_NUMBER_TRIES = 1000;
const BATCH = 500;

/** The only reader and writer of the collection of cases. */
export function createCaseStore({ connection, sealing, caseKeys, searchTokens }: CaseStoreDependencies) {
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
      const document = documentOf({ ...draft, number, version: 1 }, searchTokens);
      try {
        await cases.create([sealing.sealDocument(document)]);
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
      return recordOf(document);
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

  const toCase = (document: CaseDocument): MediationCase => recordOf(sealing.openDocument(document));

  function unread(document: CaseDocument): UnreadCase {
    const { _id: id } = document;
    return { id, read: () => toCase(document) };
  }

  async function find(id: string, filter: CaseFilter): Promise<MediationCase | null> {
    const document = await cases.findOne({ $and: [{ _id: id }, filter] }).lean();
    return document === null ? null : toCase(document);
  }

  /** Those of some cases that are there, in any order. */
  async function withIds(ids: readonly string[]): Promise<UnreadCase[]> {
    return (await cases.find({ _id: { $in: ids } }).lean()).map(unread);
  }

  /** Writes a change in one conditional update; false when somebody else wrote first. */
  async function update(
    subject: Pick<MediationCase, 'id' | 'version'> & Searchable,
    { change, facts, marks, lookupCodeHash }: CaseUpdate,
  ) {
    const key = await caseKeys.keyFor(subject.id);
    if (key === null) return false;
    const { timeline, ...set } = sealParts({ ...change.set, timeline: facts }, key);
    const corrected = change.set.clock;
    const newCode = lookupCodeHash === undefined ? {} : { lookupCodeHash };
    const result = await cases.updateOne(
      { _id: subject.id, version: subject.version },
      {
        $set: {
          ...set,
          // A corrected clock is written whole; one path cannot be set and added to at once.
          ...(corrected === undefined ? {} : { clock: [...corrected, ...change.events] }),
          ...newTokens(subject, change.set),
          ...newEmployers(change.set, facts),
          ...marks,
          ...newCode,
          state: change.state,
        },
        $push: {
          ...(corrected === undefined ? { clock: { $each: change.events } } : {}),
          timeline: { $each: timeline },
        },
        $inc: { version: 1 },
      },
    );
    return result.modifiedCount === 1;
  }

  /** Names and numbers may have changed with the people of the case. */
  function newTokens(subject: Searchable, { workers, respondents }: CaseChange['set']) {
    if (workers === undefined && respondents === undefined) return {};
    const { workers: before, respondents: opponents } = subject;
    const people = { workers: workers ?? before, respondents: respondents ?? opponents };
    return { searchTokens: searchTokens.tokensOf(people) };
  }

  /**
   * The case of a number, in whatever brackets, and the code on its receipt. Both stand in one index, so that a wrong
   * code reads as little as a number that no case has.
   */
  async function findByCode(number: string, lookupCodeHash: string): Promise<MediationCase | null> {
    const document = await cases
      .findOne({ numberKey: caseNumberKey(number), lookupCodeHash })
      .hint(NUMBER_KEY_INDEX)
      .lean();
    return document === null ? null : toCase(document);
  }

  const dueInstants = oldestFirst<{ id: string; nextNoticeAt: Date }>({
    at: ({ nextNoticeAt }) => nextNoticeAt,
    read: async (window, limit) => {
      const documents = await cases
        .find({ nextNoticeAt: withinWindow(window) }, { nextNoticeAt: 1 })
        .hint(NEXT_NOTICE_INDEX)
        .limit(limit)
        .lean();
      return documents.flatMap(({ _id, nextNoticeAt }) =>
        nextNoticeAt === null ? [] : [{ id: _id, nextNoticeAt }],
      );
    },
  });

  /**
   * Cases with a notice that fell due, the oldest first, as many as one slice takes. The search for the oldest reads
   * instants alone, some of them several times over; whole cases are read once, those of the slice.
   */
  async function withNoticesDue(until: Date, limit: number): Promise<DueCase[]> {
    const due = await dueInstants(until, limit);
    const found = await withIds(due.map(({ id }) => id));
    const byId = new Map(found.map((one) => [one.id, one]));
    return due.flatMap(({ id, nextNoticeAt }) => {
      const one = byId.get(id);
      return one === undefined ? [] : [{ ...one, nextNoticeAt }];
    });
  }

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
  async function* everyCase(): AsyncGenerator<UnreadCase> {
    for await (const document of cases.find().lean().cursor({ batchSize: BATCH })) {
      yield unread(document);
    }
  }

  /** Adds days that moved; false when somebody else wrote first. */
  async function recordDayMoves(
    { id, version }: Pick<MediationCase, 'id' | 'version'>,
    moves: readonly DayMove[],
    marks: CaseMarks,
  ): Promise<boolean> {
    const result = await cases.updateOne(
      { _id: id, version },
      { $push: { dayMoves: { $each: moves } }, $set: marks, $inc: { version: 1 } },
    );
    return result.modifiedCount === 1;
  }

  /** The visible cases that an import moved, at most `limit`, with all their moves. */
  async function movedBy(importId: string, filter: CaseFilter, limit: number): Promise<MovedCase[]> {
    const documents = await cases
      .find({ $and: [{ 'dayMoves.importId': importId }, filter] }, { number: 1, dayMoves: 1 })
      .hint(DAY_MOVES_INDEX)
      .limit(limit)
      .lean<Pick<CaseDocument, '_id' | 'number' | 'dayMoves'>[]>();
    return documents.map(({ _id: id, ...moved }) => ({ ...moved, id }));
  }

  async function createIndexes(): Promise<void> {
    await cases.createIndexes();
  }

  return {
    insert,
    find,
    withIds,
    update,
    findByCode,
    withNoticesDue,
    moveNextNotices,
    everyCase,
    recordDayMoves,
    movedBy,
    createIndexes,
  };
}

/** Whoever came or changed among the respondents may have other cases; they are looked up as those of a new case are. */
function newEmployers({ respondents }: CaseChange['set'], [first]: readonly Fact[]) {
  const known = respondents !== undefined && haveCreditCode(respondents);
  return known && first !== undefined ? { employerCheckAt: first.recordedAt } : {};
}
