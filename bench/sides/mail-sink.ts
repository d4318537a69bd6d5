import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { z } from 'zod';
import { answerOrders } from '../frame/answer-orders.ts';

/** A message as the sink took it. */
export const takenMail = z.object({
  messageId: z.string(),
  /** SHA-256 of everything below the header. */
  bodyHash: z.string(),
  at: z.number(),
});
type TakenMail = z.infer<typeof takenMail>;

const order = z.union([z.object({ listen: z.literal(true) }), z.object({ count: z.number() })]);

const taken: TakenMail[] = [];
let onTaken = () => {};

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData(stream, _session, answer) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      taken.push(describe(Buffer.concat(chunks).toString('latin1')));
      answer();
      onTaken();
    });
  },
});
// A worker that ends cuts its lines.
server.on('error', () => undefined);

function describe(message: string): TakenMail {
  const end = message.indexOf('\r\n\r\n');
  const header = message.slice(0, end);
  const messageId = /^message-id:\s*<([^>]+)>/im.exec(header)?.[1] ?? '';
  // What parts the text from the HTML is drawn by lot for each sending.
  const boundary = /boundary="([^"]+)"/i.exec(header)?.[1];
  const body = boundary === undefined ? message.slice(end) : message.slice(end).replaceAll(boundary, '');
  return {
    messageId,
    bodyHash: createHash('sha256').update(body).digest('hex'),
    at: Date.now(),
  };
}

/** Listens for SMTP, and when asked waits for so many messages and hands them over. */
answerOrders(order, async (given) => {
  if ('listen' in given) {
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const address = server.server.address();
    if (address === null || typeof address === 'string') throw new Error('A TCP port was asked for.');
    return { smtpUrl: `smtp://127.0.0.1:${address.port}` };
  }
  await new Promise<void>((resolve) => {
    onTaken = () => {
      if (taken.length >= given.count) resolve();
    };
    onTaken();
  });
  return { mails: taken.splice(0) };
});
