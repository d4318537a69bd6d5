import type { Connection } from 'mongoose';
import { type AuditHeadDocument, auditHeadSchema } from '../../schemas/documents/audit-head-document.ts';
import {
  type AuditRecordDocument,
  auditRecordSchema,
  OF_CASE_INDEX,
} from '../../schemas/documents/audit-record-document.ts';
import type { CaseAuditQuery } from '../../schemas/requests/audit-requests.ts';
import { isDuplicateKey, isWriteConflict } from '../database/database-errors.ts';
import { olderThan, type PageRequest, type TimePlace } from '../database/list-place.ts';
import { newestFirst } from '../database/newest-first.ts';
import { withinWindow } from '../database/oldest-first.ts';
import type { AuditHead, AuditRecord } from './audit-record.ts';

export type AuditStore = ReturnType<typeof createAuditStore>;

const DIGITS = 12;
export const AUDIT_BATCH = 500;

/** In the order of the sequence, so that a chain is a range of ids. */
const recordId = (chain: string, sequence: number) => `${chain}/${String(sequence).padStart(DIGITS, '0')}`;

/** The only reader and writer of the audit. */
export function createAuditStore(connection: Connection) {
  const records = connection.model('AuditRecord', auditRecordSchema);
  const heads = connection.model('AuditHead', auditHeadSchema);

  /** False where somebody else took the first of these places; of later ones, those before may be stored. */
  async function insert(added: readonly AuditRecord[]): Promise<boolean> {
    const documents = added.map((record) => ({ ...record, _id: recordId(record.chain, record.sequence) }));
    try {
      await records.insertMany(documents, { ordered: true, lean: true });
      return true;
    } catch (error) {
      if (isDuplicateKey(error) || isWriteConflict(error)) return false;
      throw error;
    }
  }

  /** Records of a chain after one, in their order, at most a batch. */
  async function after(chain: string, sequence: number): Promise<AuditRecord[]> {
    const range = { $gt: recordId(chain, sequence), $lte: recordId(chain, sequence + AUDIT_BATCH) };
    return (await records.find({ _id: range }).sort({ _id: 1 }).lean()).map(toRecord);
  }

  /** The first record of a chain beyond a sequence, however far: where some between are missing. */
  async function firstBeyond(chain: string, sequence: number): Promise<AuditRecord | null> {
    const range = { $gt: recordId(chain, sequence), $lt: `${chain}0` };
    const document = await records.findOne({ _id: range }).sort({ _id: 1 }).lean();
    return document === null ? null : toRecord(document);
  }

  async function head(chain: string): Promise<AuditHead | null> {
    const document = await heads.findById(chain).lean();
    return document === null ? null : toHead(document);
  }

  /** Moves the end of a chain forward, never back. */
  async function raiseHead({ chain, ...rest }: AuditHead): Promise<void> {
    const raise = (upsert: boolean) =>
      heads.updateOne({ _id: chain, sequence: { $lt: rest.sequence } }, { $set: rest }, { upsert });
    try {
      await raise(true);
    } catch (error) {
      // It is there: further than this, or somebody made it meanwhile.
      if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error;
      await raise(false);
    }
  }

  async function* everyHead(): AsyncGenerator<AuditHead> {
    for await (const document of heads.find().lean().cursor({ batchSize: AUDIT_BATCH }))
      yield toHead(document);
  }

  async function headsOf(chains: readonly string[]): Promise<Set<string>> {
    return new Set((await heads.find({ _id: { $in: chains } }, { _id: 1 }).lean()).map(({ _id }) => _id));
  }

  /** The details of a chain's records up to one, gone for good. */
  async function eraseDetails(chain: string, upTo: number): Promise<void> {
    const range = { $gt: recordId(chain, 0), $lte: recordId(chain, upTo) };
    await records.updateMany({ _id: range }, { $set: { details: null, salt: null } });
  }

  /** What was recorded about a case, in whatever chain, the newest first. */
  function ofCase(
    caseId: string,
    { limit, after: place }: PageRequest<CaseAuditQuery, TimePlace>,
    now: Date,
  ) {
    return newestFirst<AuditRecord & { id: string }>({
      until: place?.at ?? now,
      limit,
      read: async (window, wanted) => {
        const at = withinWindow(window);
        const documents = await records
          .find({ $and: [{ caseIds: caseId, at }, olderThan('at', place)] })
          .hint(OF_CASE_INDEX)
          .sort({ at: -1, _id: -1 })
          .limit(wanted)
          .lean();
        return documents.map(({ _id: id, ...record }) => ({ ...record, id }));
      },
    });
  }

  /** The records of a chain before one, the newest first. */
  async function before(chain: string, sequence: number, limit: number): Promise<AuditRecord[]> {
    const range = { $gte: recordId(chain, Math.max(sequence - limit, 1)), $lt: recordId(chain, sequence) };
    return (await records.find({ _id: range }).sort({ _id: -1 }).lean()).map(toRecord);
  }

  async function createIndexes(): Promise<void> {
    await records.createIndexes();
  }

  return {
    insert,
    after,
    firstBeyond,
    head,
    raiseHead,
    everyHead,
    headsOf,
    eraseDetails,
    ofCase,
    before,
    createIndexes,
  };
}

function toRecord({ _id, ...record }: AuditRecordDocument): AuditRecord {
  return record;
}

function toHead({ _id, ...rest }: AuditHeadDocument): AuditHead {
  return { ...rest, chain: _id };
}
