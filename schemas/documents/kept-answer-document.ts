import { Schema } from 'mongoose';

/** A request that came with a key, and how it was answered. */
export interface KeptAnswerDocument {
  /** A keyed hash of the account and its key. */
  _id: string;
  /** A keyed hash of what was asked, so that the key stands for nothing else. */
  fingerprint: string;
  /** The id of what the request makes or adds; every repeat takes the same. */
  changeId: string;
  /** Until then a process works on it; a later repeat takes it over. */
  heldUntil: Date;
  /** Encrypted, since it may hold a receipt's code or what a person told; null until it is known. */
  sealed: Buffer | null;
  expiresAt: Date;
}

export const keptAnswerSchema = new Schema<KeptAnswerDocument>(
  {
    _id: String,
    fingerprint: { type: String, required: true },
    changeId: { type: String, required: true },
    heldUntil: { type: Date, required: true },
    sealed: { type: Buffer, default: null },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'keptAnswers', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

keptAnswerSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
