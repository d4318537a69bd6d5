import { Schema } from 'mongoose';
import type { MediationCase } from '../../server/domain/case.ts';
import type { CaseMarks } from '../../server/domain/case-marks.ts';
import { indexed } from './indexed.ts';

/** The data key of a case as it may lie in the database: sealed with a master key, which lies elsewhere. */
export interface WrappedKey {
  masterKeyId: string;
  wrapped: string;
}

/**
 * A case as it is stored: the record itself, and what queries need beside it. Its personal texts (personal-fields.ts)
 * are sealed: a text of its own where it stands, those of a row together as the row's `sealed`.
 */
export interface CaseDocument extends Omit<MediationCase, 'id'>, CaseMarks {
  _id: string;
  /**
   * Null in an erased case, for good; and in one from before there were keys, which is sealed when it is next written,
   * or by `npm run keys`.
   */
  dataKey: WrappedKey | null;
  /** Keyed hashes of what the case can be searched by (server/search). */
  searchTokens: string[];
  /** HMAC-SHA-256 of the code on the worker's receipt, in hex. */
  lookupCodeHash: string;
  /** The number without its brackets and spaces, which not every keyboard has. */
  numberKey: string;
  /** Since when it waits for a look at other cases against its employers; null where that is done. */
  employerCheckAt: Date | null;
  /** Since when an erased case has things beside it that are yet to be cleared; not there in any other. */
  clearingSince?: Date;
}

const dayMove = new Schema(
  {
    importId: String,
    rule: String,
    subject: String,
    from: String,
    to: String,
    recordedAt: Date,
    tell: [String],
    tellWorkers: { type: [String], default: undefined },
  },
  { _id: false, strict: 'throw' },
);

// The parts of the record are held by the domain's types and checked where they come in (schemas/requests): the
// store takes them as they are. Casting each field of a thousand rows again would cost more than the write itself.
const rows = { type: Schema.Types.Mixed, default: [] };
const part = { type: Schema.Types.Mixed, default: null };

export const caseSchema = new Schema<CaseDocument>(
  {
    _id: String,
    dataKey: {
      type: new Schema({ masterKeyId: String, wrapped: String }, { _id: false, strict: 'throw' }),
      default: null,
    },
    version: { type: Number, required: true },
    number: { type: String, required: true },
    organisationId: { type: String, required: true },
    organisationPath: { type: [String], required: true },
    state: { type: String, required: true },
    channel: { type: String, required: true },
    channelDetail: { type: String, default: null },
    receivedOn: { type: String, default: null },
    registeredAt: { type: Date, required: true },
    workers: rows,
    jointClaims: rows,
    headcounts: rows,
    respondents: rows,
    workplace: part,
    toldCrossRegion: { type: Boolean, default: null },
    industry: part,
    participants: rows,
    lawPoints: rows,
    labels: { type: [String], default: [] },
    origin: part,
    summary: String,
    mediatorId: { type: String, default: null },
    agreements: rows,
    payments: rows,
    toldSums: part,
    handoff: part,
    earlierHandoffs: rows,
    transfers: rows,
    referrals: rows,
    links: rows,
    closing: part,
    risks: rows,
    employerPatterns: rows,
    acknowledgements: rows,
    bars: rows,
    legalHold: part,
    erasure: part,
    clock: rows,
    timeline: rows,
    dayMoves: [dayMove],
    searchTokens: { type: [String], default: [] },
    lookupCodeHash: { type: String, required: true },
    numberKey: { type: String, required: true },
    nextNoticeAt: { type: Date, default: null },
    warningGrade: { type: String, default: null },
    warnedAt: { type: Date, default: null },
    employerCheckAt: { type: Date, default: null },
    listKeys: [String],
    registeredOrder: Number,
    dueOrder: Number,
    numberOrder: Number,
    registeredPlaces: [String],
    duePlaces: [String],
    numberPlaces: [String],
    nextDueOn: { type: String, default: null },
    workersConcerned: Number,
    endedOn: String,
    clearingSince: Date,
  },
  {
    collection: 'cases',
    versionKey: false,
    strict: 'throw',
    autoIndex: false,
    autoCreate: false,
    minimize: false,
  },
);

// No number is given twice: this index, and not the counter, decides.
caseSchema.index({ number: 1 }, { unique: true });
export const NUMBER_KEY_INDEX = indexed(caseSchema, { numberKey: 1, lookupCodeHash: 1 });
export const MASTER_KEY_INDEX = indexed(caseSchema, { 'dataKey.masterKeyId': 1 });
export const TOKEN_INDEX = indexed(caseSchema, { searchTokens: 1, organisationId: 1 });
// Only of the cases that are erased.
export const ERASED_INDEX = indexed(caseSchema, { 'erasure.at': 1 }, { sparse: true });
export const CLEARING_INDEX = indexed(caseSchema, { clearingSince: 1 }, { sparse: true });
export const ENDED_INDEX = indexed(caseSchema, { organisationId: 1, endedOn: 1 });
export const NEXT_NOTICE_INDEX = indexed(caseSchema, { nextNoticeAt: 1 });
export const DAY_MOVES_INDEX = indexed(caseSchema, { 'dayMoves.importId': 1, organisationPath: 1 });
export const EMPLOYER_CHECK_INDEX = indexed(caseSchema, { employerCheckAt: 1 });
export const WARNED_INDEX = indexed(caseSchema, { organisationPath: 1, warnedAt: -1 });
export const EMPLOYER_INDEX = indexed(caseSchema, { 'respondents.creditCode': 1, registeredAt: 1 });
// Lists: one for each order, by texts that hold a key and an order.
export const REGISTERED_PLACES_INDEX = indexed(caseSchema, { registeredPlaces: 1, dueOrder: 1 });
export const DUE_PLACES_INDEX = indexed(caseSchema, { duePlaces: 1, registeredOrder: 1 });
export const NUMBER_PLACES_INDEX = indexed(caseSchema, { numberPlaces: 1 });
