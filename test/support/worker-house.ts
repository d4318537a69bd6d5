import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { startLocalServices } from '../../config/local-services/local-services.ts';
import type { DeliveryDocument } from '../../schemas/documents/delivery-document.ts';
import { legalDayOf } from '../../server/domain/legal-day.ts';
import { startTestApp } from './test-app.ts';
import { register } from './test-case.ts';
import { buildTestCity } from './test-city.ts';
import { startTestSink } from './test-sink.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

export type WorkerHouse = Awaited<ReturnType<typeof openWorkerHouse>>;

const ROUND_THE_CLOCK = { fromHour: 0, untilHour: 24, everyDay: true };
const LEASE_SECONDS = 3;

/** The application on today's date, a mail server and a Redis of its own, and as many real workers as are asked for. */
export async function openWorkerHouse({ log }: { log?: (text: string) => void } = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'workers-'));
  const app = await startTestApp({
    at: new Date().toISOString(),
    ...(log === undefined ? {} : { log: { write: log } }),
  });
  const given = { mongodbUri: process.env['TEST_MONGODB_URI'] };
  const redis = await startLocalServices({ dataDir, given, say: () => undefined });
  const city = await buildTestCity(app, { noticeHours: ROUND_THE_CLOCK });
  const sink = await startTestSink();
  const workers: WorkerProcess[] = [];
  const ledger = app.connection.collection<DeliveryDocument>('deliveries');
  return {
    app,
    city,
    sink,
    redisUrl: redis.redisUrl,
    redisFolder: path.join(dataDir, 'servers/redis'),
    stopRedis: () => redis.stop(),
    /** A case that the union of the worker's origin is told of at once. */
    async register(changes: Record<string, unknown> = {}) {
      const today = legalDayOf(new Date());
      const days = { receivedOn: today, consentToProcessOn: today, rightKnownOn: null };
      return (await register(app, city.clerk, { ...days, ...changes })).case;
    },
    startWorker(settings: Record<string, string> = {}): WorkerProcess {
      const given = {
        REDIS_URL: redis.redisUrl,
        HEYI_LEASE_SECONDS: String(LEASE_SECONDS),
        ...(log === undefined ? {} : { LOG_LEVEL: 'trace' }),
        ...settings,
      };
      const worker = startWorkerProcess(
        app.connection.name,
        { url: sink.url, ...(log === undefined ? {} : { log }) },
        given,
      );
      workers.push(worker);
      return worker;
    },
    rows: () => ledger.find().toArray(),
    rowOf: (caseId: string) => ledger.findOne({ caseId }),
    async flushRedis() {
      const client = new Redis(redis.redisUrl);
      await client.flushall();
      client.disconnect();
    },
    async close() {
      await Promise.all(workers.map(({ child }) => killed(child)));
      await sink.stop();
      await app.stop();
      await redis.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Ends a process for good; resolves when it is gone. */
export async function killed(child: WorkerProcess['child']): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
