import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { readConfig } from '../config/config.ts';
import { NOTICE_QUEUE } from '../schemas/jobs.ts';
import { buildApp } from './app.ts';
import { compose } from './compose.ts';
import { connectDatabase, databaseEngine } from './database/connect-database.ts';
import { databaseClock } from './database/database-clock.ts';
import { checkReadiness } from './health/check-readiness.ts';
import { appServer } from './http/app-server.ts';
import { attemptLimit } from './http/attempt-limit.ts';
import { statusLimits } from './http/status-limits.ts';
import { oidcSettings } from './oidc/oidc-settings.ts';
import { webMetrics } from './operations/web-metrics.ts';

/** Requests that are under way when the process is told to stop get this long to end. */
const DRAIN_MS = 10_000;
const CALENDAR_REFRESH_MS = 10_000;

const config = readConfig(process.env);
const logger = pino({ level: config.logLevel, name: 'web' });
const connection = await connectDatabase(config.mongodbUri);
const { now, adjust } = await databaseClock(connection);
const redis = new Redis(config.redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
redis.on('error', (error) => logger.warn({ code: error.name }, 'Redis does not answer'));

const services = compose({
  connection,
  secret: config.secret,
  masterKeys: config.masterKeys,
  setupToken: config.setupToken,
  now,
  loginHours: config.loginHours,
  loginIdleMinutes: config.loginIdleMinutes,
  oidc: oidcSettings(config.oidc, config.publicUrl),
});
await services.createIndexes();
await services.checkMasterKeys();
await services.calendar.refresh();
// A year that another process imported.
setInterval(() => void services.calendar.refresh().catch(() => undefined), CALENDAR_REFRESH_MS).unref();
const engine = await databaseEngine(connection);

const readiness = checkReadiness({
  heartbeats: services.heartbeats,
  databaseEngine: engine,
  pingDatabase: adjust,
  pingRedis: () => redis.ping(),
  now,
});
const queue = new Queue(NOTICE_QUEUE, { connection: redis });
queue.on('error', (error) => logger.warn({ code: error.name }, 'the queue reports a fault'));

const app = buildApp({
  ...services,
  logger,
  readiness,
  queue,
  metrics: webMetrics({ ...services, readiness, jobCounts: () => queue.getJobCounts() }),
  metricsToken: config.metricsToken,
  publicUrl: config.publicUrl,
  trustedProxies: config.trustedProxies,
  limitLogins: attemptLimit({
    name: 'login',
    attempts: 10,
    perSeconds: 300,
    redis,
    secret: config.secret,
  }),
  ...statusLimits({ redis, secret: config.secret }),
});

const server = appServer(app);
server.on('error', (error: NodeJS.ErrnoException) => {
  const reason =
    error.code === 'EADDRINUSE'
      ? `Port ${config.port} of ${config.host} is taken. Stop what uses it, or set PORT to another.`
      : error.message;
  process.stderr.write(`${reason}\n`);
  process.exit(1);
});
server.listen(config.port, config.host, () => {
  logger.info({ host: config.host, port: config.port, engine }, 'web is listening');
});

function drain(): void {
  server.close(() => {
    redis.disconnect();
    void connection.close().then(() => process.exit(0));
  });
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), DRAIN_MS).unref();
}
process.once('SIGTERM', drain);
process.once('SIGINT', drain);
