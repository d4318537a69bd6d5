import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { readConfig } from '../config/config.ts';
import { NOTICE_QUEUE, type SendNoticeJob, sendNoticeJob } from '../schemas/jobs.ts';
import { compose } from '../server/compose.ts';
import { connectDatabase } from '../server/database/connect-database.ts';
import { databaseClock } from '../server/database/database-clock.ts';
import { noticePace } from '../server/notices/notice-pace.ts';
import { sendNotice } from '../server/notices/send-notice.ts';
import { sendCodes } from '../server/status-page/send-codes.ts';
import { eraseInTurn } from './erase-in-turn.ts';
import { handOvers } from './hand-overs.ts';
import { smtpMailer } from './mail/smtp-mailer.ts';
import { startMetricsServer } from './metrics-server.ts';
import { noticeChannels } from './notice-channels.ts';
import { feedNotices } from './notice-queue.ts';
import { repeat } from './repeat.ts';
import { stopWorker } from './stop-worker.ts';
import { sweepInTurn } from './sweep-in-turn.ts';
import { keptTextMessages } from './text-messages/kept-text-messages.ts';
import { renderOneTimeCode } from './text-messages/render-one-time-code.ts';
import { signedTextMessages } from './text-messages/signed-text-messages.ts';
import { workerMetrics } from './worker-metrics.ts';

const SWEEP_EVERY_MS = 2000;
const FEED_EVERY_MS = 2000;
/** Somebody waits for it. */
const CODES_EVERY_MS = 1000;
const BEAT_EVERY_MS = 5000;
/** Side by side to each other system: connections to the mail server among them. */
const SENDERS = 5;
/**
 * Notices in hand at a time: while some are handed over, others are claimed and read, many in one command. Each must
 * have its turn before its lease ends, even where every one before it waits for a server that does not answer.
 */
const IN_HAND = 4 * SENDERS;
const RECOMPUTE_EVERY_MS = 10_000;
/** A case is kept for years; how soon a worker looks after it was killed in its turn. */
const ERASE_EVERY_MS = 30_000;
/** From one round of erasures to the next, of all workers together. */
const ERASURES_EVERY_MS = 3_600_000;

const config = readConfig(process.env);
const workerId = randomUUID();
const logger = pino({ level: config.logLevel, name: 'worker' });
const connection = await connectDatabase(config.mongodbUri);
const { now, adjust } = await databaseClock(connection);
const services = compose({
  connection,
  secret: config.secret,
  masterKeys: config.masterKeys,
  setupToken: undefined,
  now,
  loginHours: 0,
  loginIdleMinutes: 0,
});
await services.createIndexes();
await services.checkMasterKeys();
await services.revisitCases.unlisted(now());
for (const { id } of await services.organisations.everyOne()) {
  await services.revisitCases.unmarkedOf(id, now());
}
await services.calendar.refresh();

const pace = noticePace(config.leaseMs);
const mailer = smtpMailer({
  smtpUrl: config.smtpUrl,
  from: config.mailFrom,
  connections: SENDERS,
  waitMs: pace.mailWaitMs,
  now,
});
const textMessages =
  config.textMessages === null
    ? keptTextMessages(path.join(config.dataDir, 'text-messages'))
    : signedTextMessages({ ...config.textMessages, waitMs: pace.mailWaitMs, now });
const metrics = workerMetrics();
const underWay = handOvers();
const send = sendNotice({
  ...services,
  deliveries: metrics.measureLag(services.deliveries),
  channels: underWay.watchAll(
    noticeChannels({ ...services, mailer, textMessages, waitMs: pace.mailWaitMs, atOnce: SENDERS }),
  ),
  pace,
  workerId,
});

const connectRedis = () => {
  const redis = new Redis(config.redisUrl, { maxRetriesPerRequest: null });
  redis.on('error', (error) => logger.warn({ code: error.name }, 'Redis does not answer'));
  return redis;
};
const queueRedis = connectRedis();
const workerRedis = connectRedis();
const queue = new Queue<SendNoticeJob>(NOTICE_QUEUE, { connection: queueRedis });
let isStopping = false;
const worker = new Worker<SendNoticeJob>(
  NOTICE_QUEUE,
  async (job) => {
    // The row is still due; another worker finds it.
    if (isStopping) return;
    const { deliveryId } = sendNoticeJob.parse(job.data);
    const result = await send(deliveryId);
    metrics.handled(result);
    if (result === 'broken') logger.error({ deliveryId }, 'a notice cannot be written; its row says why');
    logger.info({ deliveryId, result }, 'notice handled');
  },
  // A job in the hands of a dead worker keeps its row from being queued again: it must not outlive the lease.
  {
    connection: workerRedis,
    concurrency: IN_HAND,
    lockDuration: pace.jobLockMs,
    stalledInterval: pace.jobLockMs,
  },
);
const warn = ({ name, message }: Error) =>
  logger.warn({ code: name, reason: message }, 'the queue reports a fault');
queue.on('error', warn);
worker.on('error', warn);

const feeding = repeat(feedNotices({ queue, deliveries: services.deliveries, now }), {
  name: 'feeding the queue',
  everyMs: FEED_EVERY_MS,
  logger,
});
worker.on('drained', feeding.nudge);
const sweep = sweepInTurn({
  ...services,
  sweepNotices: metrics.measureSweep(services.sweepNotices),
  workerId,
  everyMs: SWEEP_EVERY_MS,
  onSlice: ({ setAside }) => {
    for (const one of setAside) logger.error(one, 'a case cannot be dealt with and is set aside');
    feeding.nudge();
  },
});
const sweeping = repeat(
  async (signal) => {
    await adjust();
    await sweep(signal);
  },
  { name: 'sweep', everyMs: SWEEP_EVERY_MS, logger },
);
const recomputing = repeat(services.recomputeDeadlines, {
  name: 'computing deadlines again',
  everyMs: RECOMPUTE_EVERY_MS,
  logger,
});
const codes = sendCodes({ ...services, provider: textMessages, render: renderOneTimeCode });
const sendingCodes = repeat(
  async (signal) => {
    for (const sent of await codes(signal)) logger.info(sent, 'one-time code handled');
  },
  { name: 'sending one-time codes', everyMs: CODES_EVERY_MS, logger },
);
const watching = repeat(services.watchEmployers, {
  name: 'employer watch',
  everyMs: SWEEP_EVERY_MS,
  logger,
});
const erasing = repeat(eraseInTurn({ ...services, workerId, logger, everyMs: ERASURES_EVERY_MS }), {
  name: 'erasing what was kept long enough',
  everyMs: ERASE_EVERY_MS,
  logger,
});
let knownMailFault: string | null = null;
const beating = repeat(
  async () => {
    const mailFault = await mailer.fault();
    metrics.mailServer(mailFault);
    if (mailFault !== knownMailFault) {
      if (mailFault === null) logger.info('mail goes out again');
      else logger.error({ reason: mailFault }, 'no mail goes out');
      knownMailFault = mailFault;
    }
    await services.heartbeats.beat({ workerId, at: now(), mailFault });
  },
  { name: 'heartbeat', everyMs: BEAT_EVERY_MS, logger },
);
startMetricsServer({ port: config.workerMetricsPort, token: config.metricsToken, metrics, logger });
logger.info({ workerId }, 'worker is running');

async function closeRest(): Promise<void> {
  await services.heartbeats.remove(workerId);
  await queue.close();
  mailer.close();
  queueRedis.disconnect();
  workerRedis.disconnect();
  await connection.close();
}
const stopOnce = () => {
  isStopping = true;
  void beating.stop();
  void stopWorker({
    workerId,
    deliveries: services.deliveries,
    handOvers: underWay,
    jobsEnded: () =>
      Promise.all([
        worker.close(),
        ...[sweeping, watching, feeding, recomputing, sendingCodes, erasing].map((round) => round.stop()),
      ]),
    closeRest,
  }).finally(() => process.exit(0));
};
process.once('SIGTERM', stopOnce);
process.once('SIGINT', stopOnce);
