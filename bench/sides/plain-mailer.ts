import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import { answerOrders } from '../frame/answer-orders.ts';
import { SENDER } from '../reminders/reminder-mail.ts';

const order = z.object({
  mongodbUri: z.string(),
  redisUrl: z.string(),
  prefix: z.string(),
  queueName: z.string(),
  smtpUrl: z.string(),
  connections: z.number(),
});
const job = z.object({ caseId: z.string() });

/** Plain BullMQ: a worker takes the delayed jobs whose time has come, reads the case of each and mails. */
answerOrders(order, async ({ mongodbUri, redisUrl, prefix, queueName, smtpUrl, connections }) => {
  const client = await new mongoose.mongo.MongoClient(mongodbUri).connect();
  const cases = client.db().collection<CaseDocument>('cases');
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: connections });
  const worker = new Worker(
    queueName,
    async ({ data }) => {
      const { caseId } = job.parse(data);
      const subject = await cases.findOne({ _id: caseId });
      if (subject === null) throw new Error(`There is no case ${caseId}.`);
      await transport.sendMail({
        messageId: `<${caseId}@heyi.example>`,
        from: SENDER,
        to: 'mediator@union.example',
        subject: `Case ${subject.number}`,
        text: `A day of case ${subject.number} is near.`,
      });
    },
    { connection: new Redis(redisUrl, { maxRetriesPerRequest: null }), prefix, concurrency: connections },
  );
  worker.on('error', () => undefined);
  return {};
});
