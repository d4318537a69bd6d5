import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { answerTurns } from '../frame/answer-turns.ts';

/** The mails as they stand in a loop: nodemailer with a pool of as many connections as the worker has. */
answerTurns({
  start: z.object({ smtpUrl: z.string(), connections: z.number() }),
  item: z.object({
    messageId: z.string(),
    from: z.string(),
    to: z.object({ name: z.string(), address: z.string() }),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    headers: z.record(z.string(), z.string()),
  }),
  begin: async ({ smtpUrl, connections }) => {
    const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: connections });
    return (mail) => transport.sendMail(mail);
  },
});
