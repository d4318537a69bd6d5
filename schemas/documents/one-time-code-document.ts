import { Schema } from 'mongoose';

/** Somebody asked for a one-time code by telephone number, whether a case has that number or not. Lives ten minutes. */
export interface OneTimeCodeDocument {
  /** The id of the request, to which the code is bound; the code itself is stored nowhere. */
  _id: string;
  /** The telephone number, encrypted. */
  sealedPhone: string;
  triesLeft: number;
  expiresAt: Date;
  /** When a worker took it to send; null until then. */
  takenAt: Date | null;
}

export const oneTimeCodeSchema = new Schema<OneTimeCodeDocument>(
  {
    _id: String,
    sealedPhone: { type: String, required: true },
    triesLeft: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
    takenAt: { type: Date, default: null },
  },
  { collection: 'oneTimeCodes', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

oneTimeCodeSchema.index({ takenAt: 1, expiresAt: 1 });
oneTimeCodeSchema.index({ expiresAt: 1 });
