import { Schema } from 'mongoose';

/** A login of a member of staff. The token itself is never stored, only its SHA-256. */
export interface LoginDocument {
  _id: string;
  /** By which its owner names it; it opens nothing. */
  loginId: string;
  accountId: string;
  createdAt: Date;
  /** To the minute. */
  lastUsedAt: Date;
  expiresAt: Date;
  /** True where the organisation asked for a second factor and the account had none yet. */
  secondFactorDue: boolean;
}

export const loginSchema = new Schema<LoginDocument>(
  {
    _id: String,
    loginId: { type: String, required: true },
    accountId: { type: String, required: true },
    createdAt: { type: Date, required: true },
    lastUsedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    secondFactorDue: { type: Boolean, required: true },
  },
  { collection: 'logins', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

loginSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
loginSchema.index({ accountId: 1 });
