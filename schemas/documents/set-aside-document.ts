import { Schema } from 'mongoose';

/** A case that the sweep could not deal with, so that it does not keep the others waiting. */
export interface SetAsideDocument {
  /** The case's id. */
  _id: string;
  since: Date;
  /** In vain, one after the other. */
  attempts: number;
  tryAgainAt: Date;
  reason: string;
}

export const setAsideSchema = new Schema<SetAsideDocument>(
  {
    _id: String,
    since: { type: Date, required: true },
    attempts: { type: Number, required: true },
    tryAgainAt: { type: Date, required: true },
    reason: { type: String, required: true },
  },
  { collection: 'cases-set-aside', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
