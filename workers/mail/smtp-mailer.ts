import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import pLimit from 'p-limit';
import { shareReads } from '../../server/database/share-reads.ts';
import type { Mail, Mailer, MailOutcome } from '../../server/notices/mail-channel.ts';
import { mailHtml } from './mail-html.ts';
import { mailOutcomeOf } from './mail-outcome.ts';
import { mailStop } from './mail-stop.ts';

export interface SmtpMailerOptions {
  smtpUrl: string;
  /** `Heyi <notices@union.example>` */
  from: string;
  connections: number;
  /** The longest silence of the server while it is waited for. */
  waitMs: number;
  now: () => Date;
}

export interface SmtpMailer extends Mailer {
  /** Null when the mail server takes mail from us, as far as is known, else why it does not. */
  fault: () => Promise<string | null>;
  close: () => void;
}

type Refusal = Extract<MailOutcome, { answer: string }>;

/** One mail on its way. Whether its message began decides what a broken line means. */
interface Handing {
  stage: 'waiting' | 'called-off' | 'begun' | 'over';
  mayBegin: () => Promise<boolean>;
}

/** Hands mails to an SMTP server. The Message-ID is that of the delivery, so that a doubled one would show. */
export function smtpMailer({ smtpUrl, from, connections, waitMs, now }: SmtpMailerOptions): SmtpMailer {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  // Nodemailer would send a message again by itself when the line breaks, even after the server took it.
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    maxRequeues: 0,
    connectionTimeout: waitMs / 2,
    greetingTimeout: waitMs / 2,
    socketTimeout: waitMs,
  });
  // By the headers of the mail, the one object of ours that nodemailer passes through. Not by its Message-ID: the
  // same mail may be on its way twice in one process, when it lost its claim and took it again.
  const inHand = new WeakMap<object, Handing>();
  transport.use('stream', ({ data, message }, done) => {
    const handing = data.headers === undefined ? undefined : inHand.get(data.headers);
    if (handing !== undefined) message.processFunc((content) => readWhenAsked(content, handing));
    done();
  });

  const stop = mailStop(now);
  const turns = pLimit(connections);
  let isLoginTaken = false;

  function send(mail: Mail, mayBegin: () => Promise<boolean>): Promise<MailOutcome> {
    return turns(async () => {
      // Several logins in vain may lock the account: one tries it for all.
      const obstacle = isLoginTaken ? null : await tryLogin('');
      const answer = stop.current();
      if (answer !== null) return { kind: 'our-fault', answer };
      const outcome = obstacle ?? (await handOver(mail, mayBegin));
      note(outcome);
      return outcome;
    });
  }

  function note(outcome: MailOutcome): void {
    stop.note(outcome);
    if (outcome.kind === 'our-fault') isLoginTaken = false;
  }

  /** What stands in the way of it; null: it was taken. */
  const tryLogin = shareReads(async (): Promise<Refusal | null> => {
    const answer = stop.current();
    if (answer !== null) return { kind: 'our-fault', answer };
    try {
      isLoginTaken = await transport.verify();
      return null;
    } catch (error) {
      // Whatever the server said, it was of no recipient: a mail that would find it can wait.
      const { kind } = mailOutcomeOf(error, { begun: false });
      const refusal = { kind: kind === 'our-fault' ? kind : ('not-now' as const), answer: messageOf(error) };
      note(refusal);
      return refusal;
    }
  });

  async function handOver(
    { deliveryId, to, subject, text }: Mail,
    mayBegin: () => Promise<boolean>,
  ): Promise<MailOutcome> {
    const headers = { 'Auto-Submitted': 'auto-generated' };
    const handing: Handing = { stage: 'waiting', mayBegin };
    inHand.set(headers, handing);
    try {
      const messageId = `<${deliveryId}@${domain}>`;
      const info = await transport.sendMail({
        from,
        to,
        subject,
        text,
        html: mailHtml({ subject, text }),
        messageId,
        headers,
      });
      return { kind: 'sent', answer: info.response };
    } catch (error) {
      const { stage } = handing;
      handing.stage = 'over';
      return stage === 'called-off' ? { kind: stage } : mailOutcomeOf(error, { begun: stage === 'begun' });
    }
  }

  async function fault(): Promise<string | null> {
    return (await tryLogin(''))?.answer ?? stop.fault();
  }

  return { send, fault, close: () => transport.close() };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * The content, which nodemailer reads only once the server has said that it wants it (354). A yes that comes when
 * the hand-over has ended meanwhile counts no more.
 */
function readWhenAsked(content: Readable, handing: Handing): Readable {
  async function* chunks(): AsyncGenerator<Buffer> {
    const yes = await handing.mayBegin();
    if (handing.stage === 'over') throw new Error('the line broke before the message began');
    handing.stage = yes ? 'begun' : 'called-off';
    if (!yes) throw new Error('the message was called off');
    yield* content;
  }
  return Readable.from(chunks(), { objectMode: false });
}
