import type { Connection } from 'mongoose';
import { type WebhookDocument, webhookSchema } from '../../schemas/documents/webhook-document.ts';

export interface Webhook extends Omit<WebhookDocument, '_id'> {
  organisationId: string;
}

export type WebhookStore = ReturnType<typeof createWebhookStore>;

/** The only reader and writer of the addresses to which events go. */
export function createWebhookStore(connection: Connection) {
  const webhooks = connection.model('Webhook', webhookSchema);

  async function set({ organisationId, ...rest }: Webhook): Promise<void> {
    await webhooks.updateOne({ _id: organisationId }, { $set: rest }, { upsert: true });
  }

  async function find(organisationId: string): Promise<Webhook | null> {
    const document = await webhooks.findById(organisationId).lean();
    return document === null ? null : toWebhook(document);
  }

  async function ofOrganisations(organisationIds: readonly string[]): Promise<Webhook[]> {
    return (await webhooks.find({ _id: { $in: organisationIds } }).lean()).map(toWebhook);
  }

  async function remove(organisationId: string): Promise<void> {
    await webhooks.deleteOne({ _id: organisationId });
  }

  async function createIndexes(): Promise<void> {
    await webhooks.createIndexes();
  }

  return { set, find, ofOrganisations, remove, createIndexes };
}

function toWebhook({ _id, ...rest }: WebhookDocument): Webhook {
  return { ...rest, organisationId: _id };
}
