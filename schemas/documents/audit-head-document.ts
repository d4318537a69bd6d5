import { Schema } from 'mongoose';

/** The end of a chain, kept beside it and signed, so that a chain that was cut off is missed. */
export interface AuditHeadDocument {
  /** The chain. */
  _id: string;
  sequence: number;
  hash: string;
  /** HMAC-SHA-256 over all above, in hex. */
  mac: string;
}

export const auditHeadSchema = new Schema<AuditHeadDocument>(
  {
    _id: String,
    sequence: { type: Number, required: true },
    hash: { type: String, required: true },
    mac: { type: String, required: true },
  },
  { collection: 'auditHeads', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
