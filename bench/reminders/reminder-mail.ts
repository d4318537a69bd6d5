import { createTransport } from 'nodemailer';
import type { DeliveryDocument } from '../../schemas/documents/delivery-document.ts';
import { toDelivery } from '../../server/notices/delivery.ts';
import { mailHtml } from '../../workers/mail/mail-html.ts';
import type { BenchCity } from '../data/bench-city.ts';

/** A reminder as the worker hands it to nodemailer. */
export interface ReminderMail {
  messageId: string;
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

export const SENDER = { name: 'Heyi', address: 'notices@heyi.example' };

/** The mails that the worker has sent for these cases, from its ledger. @throws Error when one waits or has failed */
export async function remindersOf(
  { connection, mediatorName, use }: BenchCity,
  caseIds: readonly string[],
): Promise<ReminderMail[]> {
  const rows = await connection
    .collection<DeliveryDocument>('deliveries')
    .find({ caseId: { $in: [...caseIds] }, state: { $ne: 'held' } })
    .toArray();
  const opened = await Promise.all(rows.map((row) => use.deliveries.opened(toDelivery(row))));
  return opened.map(({ id, state, sentTo, subject, text }) => {
    if (state !== 'sent' || sentTo === null || subject === null || text === null) {
      throw new Error(`Delivery ${id} is ${state}, not sent.`);
    }
    return {
      messageId: `<${id}@heyi.example>`,
      from: `${SENDER.name} <${SENDER.address}>`,
      to: { name: mediatorName, address: sentTo },
      subject,
      text,
      html: mailHtml({ subject, text }),
      headers: { 'Auto-Submitted': 'auto-generated' },
    };
  });
}

/** The same mails as they go over the wire, dots at the beginning of a line doubled. */
export async function onTheWire(mails: readonly ReminderMail[]) {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return Promise.all(
    mails.map(async (mail) => {
      const { message } = await writer.sendMail(mail);
      if (!Buffer.isBuffer(message)) throw new Error('A buffer was asked for.');
      return {
        from: SENDER.address,
        to: mail.to.address,
        message: message.toString('latin1').trimEnd().replaceAll(/^\./gm, '..'),
      };
    }),
  );
}
