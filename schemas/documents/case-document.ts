import { Schema } from 'mongoose';
import type { MediationCase } from '../../server/domain/case.ts';
import type { CaseMarks } from '../../server/domain/case-marks.ts';

/** A case as it is stored: the record itself, and what queries need beside it. */
export interface CaseDocument extends Omit<MediationCase, 'id'>, CaseMarks {
  _id: string;
  /** HMAC-SHA-256 of the code on the worker's receipt, in hex. */
  lookupCodeHash: string;
  /** The number without its brackets and spaces, which not every keyboard has. */
  numberKey: string;
  /** Since when it waits for a look at other cases against its employers; null where that is done. */
  employerCheckAt: Date | null;
}

const place = new Schema({ regionCode: String, name: String }, { _id: false, strict: 'throw' });
const day = { type: String, required: true };

const claim = new Schema(
  { id: String, cause: String, claimedFen: Number, duty: String },
  { _id: false, strict: 'throw' },
);

const contact = new Schema(
  {
    by: String,
    safeHours: {
      type: new Schema({ fromHour: Number, untilHour: Number }, { _id: false, strict: 'throw' }),
      default: null,
    },
  },
  { _id: false, strict: 'throw' },
);

const worker = new Schema(
  { id: String, name: String, phone: String, contact, origin: place, categories: [String], claims: [claim] },
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

const risk = new Schema(
  { id: String, kind: String, knownOn: day, note: String, recordedAt: Date },
  { _id: false, strict: 'throw' },
);

const employerPattern = new Schema(
  {
    creditCode: String,
    openCases: Number,
    sinceOn: day,
    notedAt: Date,
    cases: [new Schema({ organisationId: String, number: String }, { _id: false, strict: 'throw' })],
  },
  { _id: false, strict: 'throw' },
);

const acknowledgement = new Schema({ grade: String, at: Date, by: String }, { _id: false, strict: 'throw' });

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
    risks: [risk],
    employerPatterns: [employerPattern],
    acknowledgements: [acknowledgement],
    // Each kind of event has fields of its own; the domain's types hold them, so the store takes them as they are.
    clock: { type: Schema.Types.Mixed, default: [] },
    timeline: [fact],
    dayMoves: [dayMove],
    lookupCodeHash: { type: String, required: true },
    numberKey: { type: String, required: true },
    nextNoticeAt: { type: Date, default: null },
    warningGrade: { type: String, default: null },
    warnedAt: { type: Date, default: null },
    employerCheckAt: { type: Date, default: null },
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
caseSchema.index({ numberKey: 1 });
caseSchema.index({ nextNoticeAt: 1 });
caseSchema.index({ 'dayMoves.importId': 1, organisationPath: 1 });
caseSchema.index({ employerCheckAt: 1 });
caseSchema.index({ organisationPath: 1, warnedAt: -1 });
caseSchema.index({ 'respondents.creditCode': 1, registeredAt: 1 });
caseSchema.index({ organisationPath: 1, registeredAt: -1 });
