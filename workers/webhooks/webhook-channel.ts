import type { NoticeChannel } from '../../server/notices/notice-channel.ts';
import { webhookKey } from '../../server/webhooks/webhook-key.ts';
import { postSigned } from './post-signed.ts';

export interface WebhookChannelOptions {
  secret: Buffer;
  waitMs: number;
  now: () => Date;
}

/** Three days at five minutes from one attempt to the next. */
const MOST_ATTEMPTS = 864;

/**
 * Tells another system what a case did (Standard Webhooks): ids and the kind of event, nothing about anybody. The
 * other side knows an event again by its id, so one in doubt is sent again.
 */
export function webhookChannel({ secret, waitMs, now }: WebhookChannelOptions): NoticeChannel {
  return {
    repeatable: true,
    mostAttempts: MOST_ATTEMPTS,
    write: ({ addressee, notice, subject }) => {
      if (addressee.kind !== 'other-system' || notice.kind !== 'case-event') {
        return { obstacle: 'only events go to other systems' };
      }
      const { id, kind, recordedAt } = notice.fact;
      const data = { eventId: id, caseId: subject.id, organisationId: subject.organisationId };
      const text = JSON.stringify({ type: `case.${kind}`, timestamp: recordedAt.toISOString(), data });
      return { to: { name: '', address: addressee.webhook.url }, subject: null, text };
    },
    send: async ({ delivery, letter, material }, mayBegin) => {
      if (material.addressee.kind !== 'other-system') return { kind: 'called-off' };
      const key = webhookKey(material.addressee.webhook, secret);
      const { to, text } = letter;
      return postSigned({ url: to.address, key, id: delivery.id, body: text, at: now(), waitMs }, mayBegin);
    },
  };
}
