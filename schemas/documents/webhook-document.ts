import { Schema } from 'mongoose';

/** Where an organisation's events go. The key is derived (server/webhooks/webhook-key.ts) and stored nowhere. */
export interface WebhookDocument {
  /** The organisation's id: each has one at most. */
  _id: string;
  url: string;
  /** Changes whenever the key is to. */
  generation: string;
}

export const webhookSchema = new Schema<WebhookDocument>(
  { _id: String, url: { type: String, required: true }, generation: { type: String, required: true } },
  { collection: 'webhooks', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
