import { Schema } from 'mongoose';

/** A hint at the last case number given in an organisation and year; the unique index on cases is the truth. */
export interface CounterDocument {
  _id: string;
  last: number;
}

export const counterSchema = new Schema<CounterDocument>(
  { _id: String, last: { type: Number, required: true } },
  { collection: 'counters', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
