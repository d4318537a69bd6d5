import { Schema } from 'mongoose';
import type { StaffRole } from '../../server/domain/staff.ts';

/** An account that nobody can log in to until the lock is taken off. */
export interface AccountLock {
  at: Date;
  /** The account of the administrator. */
  by: string;
  reason: string;
}

/** A second factor by time (TOTP, RFC 6238). */
export interface AccountTotp {
  /** The shared secret, sealed with a key that is not in the database. */
  sealedSecret: string;
  /** Null until its owner has shown a code of it. */
  confirmedAt: Date | null;
  /** The step of the last code that was taken: each code opens once. */
  lastStep: number;
  /** Keyed hashes of the codes for a lost telephone; each goes when it is used. */
  recoveryCodeHashes: string[];
}

/** Who somebody is to a provider of identities (OpenID Connect: iss and sub). */
export interface OidcIdentity {
  issuer: string;
  subject: string;
}

export interface OpenedCase {
  caseId: string;
  until: Date;
}

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
  /** True while the password is one that somebody else chose. */
  passwordChangeDue: boolean;
  lock: AccountLock | null;
  totp: AccountTotp | null;
  /** As an administrator gave it; whoever has it at the provider can log in. */
  oidcIdentity: OidcIdentity | null;
  /** Cases that its owner is kept from. */
  barredCaseIds: string[];
  /** Cases that its owner opened in an emergency. */
  openedCases: OpenedCase[];
  createdAt: Date;
  /** Counts the changes of what an administrator sees; those from before it was counted are at 0. */
  version?: number;
}

const lock = new Schema<AccountLock>(
  { at: Date, by: String, reason: String },
  { _id: false, strict: 'throw' },
);

const totp = new Schema<AccountTotp>(
  { sealedSecret: String, confirmedAt: Date, lastStep: Number, recoveryCodeHashes: [String] },
  { _id: false, strict: 'throw' },
);

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
    passwordChangeDue: { type: Boolean, required: true },
    lock: { type: lock, default: null },
    totp: { type: totp, default: null },
    oidcIdentity: {
      type: new Schema<OidcIdentity>({ issuer: String, subject: String }, { _id: false, strict: 'throw' }),
      default: null,
    },
    barredCaseIds: [String],
    openedCases: [new Schema<OpenedCase>({ caseId: String, until: Date }, { _id: false, strict: 'throw' })],
    createdAt: { type: Date, required: true },
    version: { type: Number, default: 0 },
  },
  { collection: 'accounts', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

accountSchema.index({ username: 1 }, { unique: true });
// Only of the accounts that have one.
accountSchema.index({ 'oidcIdentity.issuer': 1, 'oidcIdentity.subject': 1 }, { unique: true, sparse: true });
accountSchema.index({ organisationId: 1, roles: 1 });
