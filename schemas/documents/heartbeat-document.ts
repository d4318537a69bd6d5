import { Schema } from 'mongoose';

/** The last sign of life of a worker process, and how it found the mail transport. */
export interface HeartbeatDocument {
  _id: string;
  at: Date;
  /** Null when the mail server answered; else why it did not. */
  mailFault: string | null;
}

export const heartbeatSchema = new Schema<HeartbeatDocument>(
  { _id: String, at: { type: Date, required: true }, mailFault: { type: String, default: null } },
  { collection: 'heartbeats', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

heartbeatSchema.index({ at: 1 }, { expireAfterSeconds: 600 });
