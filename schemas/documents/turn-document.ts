import { Schema } from 'mongoose';

/** Work that one process does at a time: who has the turn, and until when nobody else may take it. */
export interface TurnDocument {
  _id: string;
  holder: string;
  until: Date;
}

export const turnSchema = new Schema<TurnDocument>(
  { _id: String, holder: { type: String, required: true }, until: { type: Date, required: true } },
  { collection: 'turns', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
