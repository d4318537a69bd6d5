import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { z } from 'zod';
import { NOTICE_QUEUE } from '../../schemas/jobs.ts';
import { buildApp } from '../../server/app.ts';
import { compose } from '../../server/compose.ts';
import { connectDatabase } from '../../server/database/connect-database.ts';
import { appServer } from '../../server/http/app-server.ts';
import { attemptLimit } from '../../server/http/attempt-limit.ts';
import { webMetrics } from '../../server/operations/web-metrics.ts';
import { answerOrders } from '../frame/answer-orders.ts';
import { listenOnSparePort } from '../frame/listen-on-spare-port.ts';

const order = z.object({
  mongodbUri: z.string(),
  redisUrl: z.string(),
  runName: z.string(),
  secret: z.hex(),
});

/** The real limits count each attempt in Redis; these do too, but never refuse. */
const NEVER_REACHED = 1_000_000_000;

/** The web application as server/main.ts runs it, log included, but for limits that are never reached. */
answerOrders(order, async ({ mongodbUri, redisUrl, runName, secret }) => {
  const connection = await connectDatabase(mongodbUri);
  const redis = new Redis(redisUrl, { keyPrefix: `${runName}:`, maxRetriesPerRequest: 1 });
  const services = compose({
    connection,
    secret: Buffer.from(secret, 'hex'),
    masterKeys: [Buffer.from(secret, 'hex')],
    setupToken: undefined,
    now: () => new Date(),
    loginHours: 0,
    loginIdleMinutes: 60,
  });
  const limit = (name: string) =>
    attemptLimit({
      name,
      attempts: NEVER_REACHED,
      perSeconds: 300,
      redis,
      secret: Buffer.from(secret, 'hex'),
    });
  const readiness = () => Promise.reject(new Error('Nobody asks for readiness here.'));
  const queue = new Queue(NOTICE_QUEUE, {
    connection: new Redis(redisUrl, { maxRetriesPerRequest: 1 }),
    prefix: runName,
  });
  const app = buildApp({
    ...services,
    logger: pino({ level: 'info', name: 'web' }),
    readiness,
    queue,
    metrics: webMetrics({ ...services, readiness, jobCounts: () => queue.getJobCounts() }),
    metricsToken: undefined,
    publicUrl: 'http://localhost',
    limitLogins: limit('login'),
    limitLookups: limit('lookup'),
    slowCaseLookups: limit('case-lookup'),
    limitCodes: limit('code'),
    limitPhoneCodes: limit('phone-code'),
    limitPhoneCodesADay: limit('phone-code-day'),
  });
  return { url: await listenOnSparePort(appServer(app)) };
});
