import { Schema } from 'mongoose';

/** A master key that cases were sealed under; the key itself is not here. */
export interface MasterKeyDocument {
  /** Follows from the key. */
  _id: string;
  firstUsedAt: Date;
}

export const masterKeySchema = new Schema<MasterKeyDocument>(
  { _id: String, firstUsedAt: { type: Date, required: true } },
  { collection: 'master-keys', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
