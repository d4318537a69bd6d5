import { Schema } from 'mongoose';
import type { MediationCase } from '../../server/domain/case.ts';

/** A case as it is stored: the record itself, and what queries need beside it. */
export interface CaseDocument extends Omit<MediationCase, 'id'> {
  _id: string;
  /** HMAC-SHA-256 of the code on the worker's receipt, in hex. */
  lookupCodeHash: string;
  /** When the case's next notice falls due; null where none is left. */
  nextNoticeAt: Date | null;
}

const place = new Schema({ regionCode: String, name: String }, { _id: false, strict: 'throw' });
const day = { type: String, required: true };

const claim = new Schema(
  { id: String, cause: String, claimedFen: Number, duty: String },
  { _id: false, strict: 'throw' },
);

const worker = new Schema(
  { id: String, name: String, phone: String, origin: place, categories: [String], claims: [claim] },
  { _id: false, strict: 'throw' },
);

const respondent = new Schema(
  {
    id: String,
    kind: String,
    name: String,
    creditCode: String,
    registeredAt: { type: place, default: null },
  },
  { _id: false, strict: 'throw' },
);

const instalment = new Schema(
  { id: String, dueOn: day, amountFen: Number, paidOn: String },
  { _id: false, strict: 'throw' },
);

const agreement = new Schema(
  {
    id: String,
    terms: String,
    workerSignedOn: day,
    respondentSignedOn: day,
    mediatorSignedOn: day,
    sealedOn: day,
    inForceOn: day,
    instalments: [instalment],
  },
  { _id: false, strict: 'throw' },
);

const fact = new Schema(
  { id: String, kind: String, happenedOn: day, recordedAt: Date, recordedBy: String, note: String },
  { _id: false, strict: 'throw' },
);

const dayMove = new Schema(
  {
    importId: String,
    rule: String,
    subject: String,
    from: String,
    to: String,
    recordedAt: Date,
    tell: [String],
  },
  { _id: false, strict: 'throw' },
);

export const caseSchema = new Schema<CaseDocument>(
  {
    _id: String,
    version: { type: Number, required: true },
    number: { type: String, required: true },
    organisationId: { type: String, required: true },
    organisationPath: { type: [String], required: true },
    state: { type: String, required: true },
    channel: { type: String, required: true },
    receivedOn: day,
    registeredAt: { type: Date, required: true },
    workers: [worker],
    respondents: [respondent],
    workplace: place,
    summary: String,
    mediatorId: { type: String, default: null },
    agreements: [agreement],
    handoff: {
      type: new Schema(
        { commission: String, handedOn: String, consentOn: String, documents: [String] },
        { _id: false, strict: 'throw' },
      ),
      default: null,
    },
    // Each kind of event has fields of its own; the domain's types hold them, so the store takes them as they are.
    clock: { type: Schema.Types.Mixed, default: [] },
    timeline: [fact],
    dayMoves: [dayMove],
    lookupCodeHash: { type: String, required: true },
    nextNoticeAt: { type: Date, default: null },
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
caseSchema.index({ nextNoticeAt: 1 });
caseSchema.index({ 'dayMoves.importId': 1, organisationPath: 1 });
caseSchema.index({ organisationPath: 1, registeredAt: -1 });
