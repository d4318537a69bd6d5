import { Schema } from 'mongoose';

/** A login of a member of staff. The token itself is never stored, only its SHA-256. */
export interface LoginDocument {
  _id: string;
  accountId: string;
  expiresAt: Date;
}

export const loginSchema = new Schema<LoginDocument>(
  {
    _id: String,
    accountId: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'logins', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

loginSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
loginSchema.index({ accountId: 1 });
