import { Schema } from 'mongoose';
import type { Organisation } from '../../server/domain/organisation.ts';

export interface OrganisationDocument extends Omit<Organisation, 'id'> {
  _id: string;
}

export const organisationSchema = new Schema<OrganisationDocument>(
  {
    _id: String,
    name: { type: String, required: true },
    parentId: { type: String, default: null },
    path: { type: [String], required: true },
    regionCode: { type: String, default: null },
    legalFooting: { type: String, required: true },
    caseNumberPattern: { type: String, required: true },
    phone: { type: String, required: true },
    noticeHours: {
      type: new Schema(
        { fromHour: Number, untilHour: Number, everyDay: Boolean },
        { _id: false, strict: 'throw' },
      ),
      required: true,
    },
    // Tables of numbers by measure and grade; the domain's type holds them, and the request was checked.
    warningRules: { type: Schema.Types.Mixed, default: [] },
    // As the warning rules; none was stored before there was a choice.
    retentionRules: { type: Schema.Types.Mixed, default: [] },
    secondFactorRoles: { type: [String], default: [] },
    eventsSince: { type: Date, default: null },
    // Keyed by rule and checked at the edge; the store takes it as it is.
    reminderSettings: { type: Schema.Types.Mixed, required: true },
    formerReminderRows: { type: Schema.Types.Mixed, default: [] },
    version: { type: Number, default: 0 },
  },
  {
    collection: 'organisations',
    versionKey: false,
    strict: 'throw',
    autoIndex: false,
    autoCreate: false,
    minimize: false,
  },
);

// A case number says which organisation it comes from; two with one pattern would share their numbers.
organisationSchema.index({ caseNumberPattern: 1 }, { unique: true });
organisationSchema.index({ regionCode: 1 });
organisationSchema.index({ parentId: 1 });
organisationSchema.index({ path: 1 });
