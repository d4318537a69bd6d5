import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { isWriteConflict } from '../../server/database/database-errors.ts';
import { answerOrders } from '../frame/answer-orders.ts';
import { inFlight } from '../frame/in-flight.ts';

const mail = z.object({
  messageId: z.string(),
  from: z.string(),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()),
});
const order = z.union([
  z.object({ start: z.object({ mongodbUri: z.string(), smtpUrl: z.string(), connections: z.number() }) }),
  z.object({ mails: z.array(mail) }),
]);

const NAME = 'mail';
const WRITES_IN_FLIGHT = 16;
/** Agenda would otherwise lock all that are due, one after the other, before it calls the first. */
const LOCKED_AT_MOST = 50;

/** Agenda with nodemailer as its examples have it: a job a mail, a connection a mail. */
let send: (mails: z.infer<typeof mail>[]) => Promise<{ ms: number }>;
answerOrders(order, async (given) => {
  if ('mails' in given) return send(given.mails);
  const { mongodbUri, smtpUrl, connections } = given.start;
  const transport = createTransport({ url: smtpUrl });
  send = async (mails) => {
    const agenda = new Agenda({
      backend: new MongoBackend({ address: mongodbUri }),
      processEvery: 100,
      defaultConcurrency: connections,
      defaultLockLimit: LOCKED_AT_MOST,
    });
    await agenda.ready;
    // All are due already: the clock starts with the processing.
    await inFlight(mails, WRITES_IN_FLIGHT, (one) => agenda.schedule(new Date(), NAME, one));
    const begun = performance.now();
    await new Promise<void>((resolve, reject) => {
      let sent = 0;
      agenda.define(NAME, ({ attrs }, done) => {
        transport.sendMail(mail.parse(attrs.data)).then(() => {
          done();
          sent += 1;
          if (sent === mails.length) resolve();
        }, done);
      });
      // Two of its updates may wait for each other on some engines; it looks for jobs again at its next turn.
      agenda.on('error', (error) => isWriteConflict(error) || reject(error));
      agenda.start().catch(reject);
    });
    const ms = performance.now() - begun;
    await agenda.drain();
    await agenda.stop();
    return { ms };
  };
  return {};
});
