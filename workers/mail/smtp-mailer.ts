import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Mailer, MailOutcome } from '../../server/notices/send-notice.ts';
import { mailOutcomeOf } from './mail-outcome.ts';

export interface SmtpMailerOptions {
  smtpUrl: string;
  /** `Heyi <notices@union.example>` */
  from: string;
  connections: number;
}

export interface SmtpMailer extends Mailer {
  /** Null when the mail server answers, else why it does not. */
  fault: () => Promise<string | null>;
  close: () => void;
}

/** All waits of one hand-over together stay below the lease of a claim. */
const WAITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Hands mails to an SMTP server. The Message-ID is that of the delivery, so that a doubled one would show. */
export function smtpMailer({ smtpUrl, from, connections }: SmtpMailerOptions): SmtpMailer {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  // Nodemailer would send a message again by itself when the line breaks, even after the server took it.
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    maxRequeues: 0,
    ...WAITS,
  });
  const begun = new Set<string>();
  transport.use('stream', ({ data, message }, done) => {
    message.processFunc((content) => readWhenAsked(content, () => begun.add(String(data.messageId))));
    done();
  });

  async function send({
    deliveryId,
    to,
    subject,
    text,
  }: Parameters<Mailer['send']>[0]): Promise<MailOutcome> {
    const messageId = `<${deliveryId}@${domain}>`;
    try {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      const info = await transport.sendMail({ from, to, subject, text, messageId, headers });
      return { kind: 'sent', answer: info.response };
    } catch (error) {
      return mailOutcomeOf(error, { begun: begun.has(messageId) });
    } finally {
      begun.delete(messageId);
    }
  }

  async function fault(): Promise<string | null> {
    try {
      await transport.verify();
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  return { send, fault, close: () => transport.close() };
}

/** The content, read only once the server has said that it wants it (354): from there on a broken line is in doubt. */
function readWhenAsked(content: Readable, begin: () => void): Readable {
  async function* chunks(): AsyncGenerator<Buffer> {
    begin();
    yield* content;
  }
  return Readable.from(chunks(), { objectMode: false });
}
