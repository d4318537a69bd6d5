import { randomBytes, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { type DestinationStream, pino } from 'pino';
import supertest from 'supertest';
import { NOTICE_QUEUE } from '../../schemas/jobs.ts';
import { type AppServices, buildApp } from '../../server/app.ts';
import { compose } from '../../server/compose.ts';
import { databaseEngine } from '../../server/database/connect-database.ts';
import { checkReadiness } from '../../server/health/check-readiness.ts';
import { appServer } from '../../server/http/app-server.ts';
import { attemptLimit } from '../../server/http/attempt-limit.ts';
import { statusLimits } from '../../server/http/status-limits.ts';
import type { OidcSettings } from '../../server/oidc/oidc-settings.ts';
import { webMetrics } from '../../server/operations/web-metrics.ts';
import { leaveDatabase, takeDatabase } from './spare-databases.ts';
import { testServices } from './test-services.ts';

export const METRICS_TOKEN = 'the-metrics-token-of-the-tests';
/** The same in all processes of a test: what one seals another opens. */
export const TEST_MASTER_KEY = Buffer.alloc(32, 'a master key of the tests');
export const PUBLIC_URL = 'https://heyi.example';
export const SETUP_TOKEN = 'the-setup-token-of-the-tests';

/** One for all applications of a run: a login that was made in one opens the copy of its documents in another. */
const secret = randomBytes(32);

/** A clock that stands still until it is set. */
export class TestClock {
  #at: Date;
  constructor(at: string) {
    this.#at = new Date(at);
  }
  now = (): Date => this.#at;
  /** `2026-09-16T10:00` in Asia/Shanghai, or any instant. */
  set(at: string): void {
    this.#at = new Date(/Z|[+-]\d\d:\d\d$/.test(at) ? at : `${at}:00+08:00`);
  }
}

const LINE_KEPT_MS = 600_000;

export type TestApp = Awaited<ReturnType<typeof startTestApp>>;

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface TestAppOptions extends Partial<Pick<AppServices, 'recordAccess' | 'trustedProxies'>> {
  at?: string;
  lookups?: number;
  loginHours?: number;
  loginIdleMinutes?: number;
  oidc?: OidcSettings;
  /** Takes every line of the log, of every level. */
  log?: DestinationStream;
}

/** The real application on the real servers, with a database of its own and a clock that the test sets. */
export async function startTestApp({
  at = '2026-09-16T10:00:00+08:00',
  lookups = 1000,
  // Tests let weeks pass.
  loginHours = 10_000,
  loginIdleMinutes = 600_000,
  oidc,
  log,
  ...instead
}: TestAppOptions = {}) {
  const clock = new TestClock(at);
  const { redisUrl, runName } = testServices();
  const own = randomUUID().slice(0, 8);
  const { connection, uri, usedBefore } = await takeDatabase();
  const redis = new Redis(redisUrl, { keyPrefix: `${runName}:${own}:` });
  const services = compose({
    connection,
    secret,
    masterKeys: [TEST_MASTER_KEY],
    setupToken: SETUP_TOKEN,
    now: clock.now,
    loginHours,
    loginIdleMinutes,
    oidc: oidc ?? null,
    // The database removes by its own clock, which is not the test's.
    answersKeptHours: 10_000,
  });
  if (!usedBefore) await services.createIndexes();
  // Attempts before it is there are counted apart, in memory.
  await redis.ping();
  const readiness = checkReadiness({
    heartbeats: services.heartbeats,
    databaseEngine: await databaseEngine(connection),
    pingDatabase: async () => connection.db?.command({ ping: 1 }),
    pingRedis: () => redis.ping(),
    now: clock.now,
  });
  const queueRedis = new Redis(redisUrl, { maxRetriesPerRequest: 1 });
  const queue = new Queue(NOTICE_QUEUE, { connection: queueRedis, prefix: `${runName}:${own}` });
  const app = buildApp({
    ...services,
    ...instead,
    logger: log === undefined ? pino({ level: 'error' }) : pino({ level: 'trace' }, log),
    readiness,
    queue,
    metrics: webMetrics({ ...services, readiness, jobCounts: () => queue.getJobCounts() }),
    metricsToken: METRICS_TOKEN,
    publicUrl: PUBLIC_URL,
    limitLogins: attemptLimit({ name: 'login', attempts: 1000, perSeconds: 60, redis, secret }),
    ...statusLimits({ redis, secret, lookups }),
  });
  const server = await new Promise<Server>((resolve) => {
    const listening = appServer(app).listen(0, '127.0.0.1', () => resolve(listening));
    // A busy machine may hold a test up for so long that the line would be closed just as its next request begins.
    listening.keepAliveTimeout = LINE_KEPT_MS;
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    clock,
    conditions: { at, loginHours, loginIdleMinutes },
    mongodbUri: uri,
    connection,
    services,
    queue,
    express: app,
    http: supertest(server),
    port: portOf(server),
    stop: async () => {
      await new Promise((resolve) => server.close(resolve));
      await leaveDatabase({ connection, uri });
      await queue.close();
      queueRedis.disconnect();
      redis.disconnect();
    },
  };
}
