import { Schema } from 'mongoose';
import { indexed } from './indexed.ts';

/** A case that somebody opened in an emergency, without the right to it, for an hour. */
export interface BreakGlassGrantDocument {
  _id: string;
  caseId: string;
  caseNumber: string;
  /** The case's organisation and all above it, whose supervisors and heads are told. */
  organisationPath: string[];
  accountId: string;
  /** Sealed with the key of the case. */
  reason: string;
  grantedAt: Date;
  expiresAt: Date;
}

export const breakGlassGrantSchema = new Schema<BreakGlassGrantDocument>(
  {
    _id: String,
    caseId: { type: String, required: true },
    caseNumber: { type: String, required: true },
    organisationPath: { type: [String], required: true },
    accountId: { type: String, required: true },
    reason: { type: String, default: '' },
    grantedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'breakGlassGrants', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

breakGlassGrantSchema.index({ caseId: 1 });
export const GRANTED_INDEX = indexed(breakGlassGrantSchema, { organisationPath: 1, grantedAt: -1 });
