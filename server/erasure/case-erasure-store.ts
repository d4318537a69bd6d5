import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { breakGlassGrantSchema } from '../../schemas/documents/break-glass-grant-document.ts';
import {
  type CaseDocument,
  CLEARING_INDEX,
  caseSchema,
  ENDED_INDEX,
  ERASED_INDEX,
} from '../../schemas/documents/case-document.ts';
import { deliverySchema } from '../../schemas/documents/delivery-document.ts';
import { taskSchema } from '../../schemas/documents/task-document.ts';
import type { ErasedCase } from '../../schemas/requests/erasure-requests.ts';
import { recordOf } from '../cases/record-of.ts';
import { oldestFirst } from '../database/oldest-first.ts';
import { listingOf } from '../domain/case-listing.ts';
import { NOT_ENDED } from '../domain/case-marks.ts';
import type { Erasure } from '../domain/erasure.ts';
import type { Fact } from '../domain/fact.ts';
import { type LegalDay, legalDayOf } from '../domain/legal-day.ts';
import { shanghaiInstant } from '../domain/working-hours.ts';
import { type CaseSealing, emptiedFieldsOf } from '../personal-data/case-sealing.ts';
import type { UnreadCase } from '../warnings/watched-case-store.ts';

export interface CaseErasureStoreDependencies {
  connection: Connection;
  sealing: CaseSealing;
}

/** What an erasure leaves in the case. */
export interface ErasureMark {
  erasure: Erasure;
  fact: Fact;
}

export type CaseErasureStore = ReturnType<typeof createCaseErasureStore>;

const CODE_HASH_BYTES = 32;

/** Takes the personal data of a case out of the database. */
export function createCaseErasureStore({ connection, sealing }: CaseErasureStoreDependencies) {
  const cases = connection.model('Case', caseSchema);
  const deliveries = connection.model('Delivery', deliverySchema);
  const tasks = connection.model('Task', taskSchema);
  const grants = connection.model('BreakGlassGrant', breakGlassGrantSchema);

  async function find(caseId: string): Promise<Pick<CaseDocument, 'version' | 'number' | 'erasure'> | null> {
    return cases.findById(caseId, { version: 1, number: 1, erasure: 1 }).lean();
  }

  /**
   * In one update: the data key is gone, and every personal text with what could find it. False when somebody else
   * wrote first.
   */
  async function erase(caseId: string, version: number, { erasure, fact }: ErasureMark): Promise<boolean> {
    const stored = await cases.findOne({ _id: caseId, version }).lean();
    if (stored === null) return false;
    const opened = sealing.openDocument(stored);
    const { timeline, ...emptied } = emptiedFieldsOf(opened);
    const result = await cases.updateOne(
      { _id: caseId, version },
      {
        $set: {
          ...emptied,
          // It is found in the lists as before, but is due on no day and under no warning.
          ...listingOf(recordOf(opened), { nextDueOn: null, grade: null }),
          timeline: [...(timeline ?? []), fact],
          erasure,
          dataKey: null,
          searchTokens: [],
          // The hash of no code: a look-up does the same work and finds nothing.
          lookupCodeHash: randomBytes(CODE_HASH_BYTES).toString('hex'),
          nextNoticeAt: null,
          warningGrade: null,
          warnedAt: null,
          employerCheckAt: null,
          endedOn: NOT_ENDED,
          clearingSince: erasure.at,
        },
        $inc: { version: 1 },
      },
    );
    sealing.forget(caseId);
    return result.modifiedCount === 1;
  }

  /** Clears what was written about the case elsewhere: most of it was sealed with the key, and is only rubbish now. */
  async function eraseBeside(caseId: string, at: Date): Promise<void> {
    await deliveries.updateMany({ caseId }, { $set: { sentTo: null, subject: null, text: null } });
    await grants.updateMany({ caseId }, { $set: { reason: '' } });
    await tasks.updateMany({ caseId }, { $set: { text: '', note: null } });
    await tasks.updateMany({ caseId, state: 'open' }, { $set: { state: 'lapsed', closedAt: at } });
  }

  /** Nothing is left to be cleared. */
  async function cleared(caseId: string): Promise<void> {
    await cases.updateOne({ _id: caseId }, { $unset: { clearingSince: 1 } });
  }

  /** Erased cases beside which something is left, since a process died or the database went away; in no order. */
  async function uncleared(until: Date, limit: number): Promise<ErasedCase[]> {
    const found = await cases
      .find({ clearingSince: { $gt: new Date(0), $lte: until } }, { number: 1, erasure: 1 })
      .hint(CLEARING_INDEX)
      .limit(limit)
      .lean();
    return found.flatMap(toErased);
  }

  /** The ids of an organisation's cases that had ended by a day, slice by slice, in no order. */
  async function* endedBy(
    organisationId: string,
    { day, slice }: { day: LegalDay; slice: number },
  ): AsyncGenerator<string[]> {
    let ids: string[] = [];
    const upTo = { organisationId, endedOn: { $lte: day } };
    const ended = cases.find(upTo, { _id: 1 }).hint(ENDED_INDEX).lean();
    for await (const { _id } of ended.cursor({ batchSize: slice })) {
      ids.push(_id);
      if (ids.length < slice) continue;
      yield ids;
      ids = [];
    }
    if (ids.length > 0) yield ids;
  }

  /** An organisation's cases that had ended by a day, those that ended first before the others, for a list. */
  async function firstEnded(organisationId: string, day: LegalDay, limit: number): Promise<UnreadCase[]> {
    const read = oldestFirst<UnreadCase & { at: Date }>({
      at: ({ at }) => at,
      read: async ({ after, until }, wanted) => {
        const from = after === null ? {} : { $gt: legalDayOf(after) };
        const documents = await cases
          .find({ organisationId, endedOn: { ...from, $lte: legalDayOf(until) } })
          .hint(ENDED_INDEX)
          .limit(wanted)
          .lean();
        return documents.map((document) => ({
          read: () => recordOf(sealing.openDocument(document)),
          at: shanghaiInstant(document.endedOn, 0),
        }));
      },
    });
    return read(shanghaiInstant(day, 0), limit);
  }

  /** Every erased case, in no order. */
  async function* everyErased(): AsyncGenerator<ErasedCase> {
    const gone = { 'erasure.at': { $gt: new Date(0) } };
    const erased = cases.find(gone, { number: 1, erasure: 1 }).hint(ERASED_INDEX).lean();
    for await (const one of erased.cursor()) yield* toErased(one);
  }

  return { find, erase, eraseBeside, cleared, uncleared, endedBy, firstEnded, everyErased };
}

function toErased({ _id, number, erasure }: Pick<CaseDocument, '_id' | 'number' | 'erasure'>): ErasedCase[] {
  return erasure ? [{ caseId: _id, number, erasure }] : [];
}
