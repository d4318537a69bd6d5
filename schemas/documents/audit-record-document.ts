import { Schema } from 'mongoose';
import { indexed } from './indexed.ts';

/** A link of a chain. The details can be erased; what the chain is made of is only a commitment to them. */
export interface AuditRecordDocument {
  /** Chain and sequence: no place in a chain is taken twice, and a chain is read in order by its ids alone. */
  _id: string;
  /** The id of a case, or `service`. */
  chain: string;
  /** From 1, without gaps. */
  sequence: number;
  at: Date;
  /** The cases that it is about. */
  caseIds: string[];
  /** Set where it says that the chain of a case begins, so that a chain that is gone is missed. */
  opensChain: string | null;
  /** Set where it says that the details of this chain were erased, up to this sequence. */
  erasesUpTo: number | null;
  salt: string | null;
  /** JSON: who, what, from where, with what outcome. */
  details: string | null;
  /** SHA-256 of salt and details, in hex. */
  commitment: string;
  /** The hash of the record before. */
  previous: string;
  /** HMAC-SHA-256 over all above but salt and details, in hex. */
  hash: string;
}

export const auditRecordSchema = new Schema<AuditRecordDocument>(
  {
    _id: String,
    chain: { type: String, required: true },
    sequence: { type: Number, required: true },
    at: { type: Date, required: true },
    caseIds: { type: [String], required: true },
    opensChain: { type: String, default: null },
    erasesUpTo: { type: Number, default: null },
    salt: { type: String, default: null },
    details: { type: String, default: null },
    commitment: { type: String, required: true },
    previous: { type: String, required: true },
    hash: { type: String, required: true },
  },
  { collection: 'auditRecords', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

export const OF_CASE_INDEX = indexed(auditRecordSchema, { caseIds: 1, at: -1 });
