import { randomUUID } from 'node:crypto';
import type { WebhookRequest } from '../../schemas/requests/webhook-requests.ts';
import type { Actor } from '../domain/staff.ts';
import { organisationToDecide } from '../organisations/organisation-policy.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { webhookKey, writtenKey } from './webhook-key.ts';
import type { WebhookStore } from './webhook-store.ts';

export interface WebhookDependencies {
  organisations: OrganisationStore;
  webhooks: WebhookStore;
  secret: Buffer;
  now: () => Date;
}

/** What another system is told: each event of the organisation's cases from a moment on. */
export function webhookSettings({ organisations, webhooks, secret, now }: WebhookDependencies) {
  /** Sets the address and makes a new key, which is shown this once. Events that wait go to the new address. */
  async function set(actor: Actor, organisationId: string, { url }: WebhookRequest) {
    const organisation = await organisationToDecide(actor, organisationId, organisations);
    const webhook = { organisationId, url, generation: randomUUID() };
    await webhooks.set(webhook);
    const eventsSince = organisation.eventsSince ?? now();
    await organisations.setEventsSince(organisationId, eventsSince);
    return { url, eventsSince, secret: writtenKey(webhookKey(webhook, secret)) };
  }

  async function show(actor: Actor, organisationId: string) {
    const { eventsSince } = await organisationToDecide(actor, organisationId, organisations);
    const webhook = await webhooks.find(organisationId);
    return { url: webhook?.url ?? null, eventsSince };
  }

  /** Events that wait are dropped. */
  async function remove(actor: Actor, organisationId: string): Promise<void> {
    await organisationToDecide(actor, organisationId, organisations);
    await organisations.setEventsSince(organisationId, null);
    await webhooks.remove(organisationId);
  }

  return { set, show, remove };
}
