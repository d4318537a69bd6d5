import { createHmac } from 'node:crypto';
import type { Webhook } from './webhook-store.ts';

/** The key that signs an organisation's events: derived from the secret of the service, so that it lies in no database. */
export function webhookKey(
  { organisationId, generation }: Pick<Webhook, 'organisationId' | 'generation'>,
  secret: Buffer,
): Buffer {
  return createHmac('sha256', secret).update(`webhook-key:${organisationId}:${generation}`).digest();
}

/** As Standard Webhooks writes it. */
export function writtenKey(key: Buffer): string {
  return `whsec_${key.toString('base64')}`;
}
