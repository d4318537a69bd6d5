import { Schema } from 'mongoose';
import type { StaffRole } from '../../server/domain/staff.ts';

export interface AccountDocument {
  _id: string;
  username: string;
  displayName: string;
  email: string | null;
  /** The address that a mail server called dead, since when, and its words. Holds only while it is still `email`. */
  deadAddress: { address: string; since: Date; answer: string } | null;
  /** Reminders that can wait come in one mail a day. */
  dailyDigest: boolean;
  /** Null for an administrator of the whole instance. */
  organisationId: string | null;
  roles: StaffRole[];
  /** argon2id, in its own encoded form with salt and parameters. */
  passwordHash: string;
  createdAt: Date;
}

export const accountSchema = new Schema<AccountDocument>(
  {
    _id: String,
    username: { type: String, required: true },
    displayName: { type: String, required: true },
    email: { type: String, default: null },
    deadAddress: {
      type: new Schema({ address: String, since: Date, answer: String }, { _id: false, strict: 'throw' }),
      default: null,
    },
    dailyDigest: { type: Boolean, default: false },
    organisationId: { type: String, default: null },
    roles: { type: [String], required: true },
    passwordHash: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'accounts', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

accountSchema.index({ username: 1 }, { unique: true });
accountSchema.index({ organisationId: 1, roles: 1 });
