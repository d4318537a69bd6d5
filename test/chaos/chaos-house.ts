import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import { startLocalServices } from '../../config/local-services/local-services.ts';
import { sparePort } from '../../config/local-services/spare-port.ts';
import { bundledEntry } from '../../config/processes/bundled-entry.ts';
import { type SupervisedProcess, superviseProcess } from '../../config/supervised-process.ts';
import { noticePace } from '../../server/notices/notice-pace.ts';
import { SETUP_TOKEN, TEST_MASTER_KEY } from '../support/test-app.ts';

export interface HouseRequest {
  dataDir: string;
  seed: string;
  workers: number;
  leaseSeconds: number;
  /** A database to use instead of a server of its own. */
  mongodbUri: string | undefined;
  say: (line: string) => void;
  /** The sink has taken a message and waits before it says so. */
  onHesitation: (deliveryId: string) => void;
}

export type ChaosHouse = Awaited<ReturnType<typeof openChaosHouse>>;

/** Where the servers of a data folder say which process they are. */
const DATABASE_PID_FILES = ['documentdb/pid', 'documentdb/ferretdb-pid', 'mongod/pid'];

const root = path.resolve(import.meta.dirname, '../..');

/** The whole service in processes of its own: servers, web, workers, a faulty mail server; each comes back when killed. */
export async function openChaosHouse(request: HouseRequest) {
  const { dataDir, seed, leaseSeconds, say } = request;
  const { mongodbUri } = request;
  const services = await startLocalServices({ dataDir, given: { mongodbUri }, say });
  const mailFile = path.join(dataDir, 'mail.jsonl');
  const calmFile = path.join(dataDir, 'calm');
  const logs = path.join(dataDir, 'logs');
  mkdirSync(logs);
  appendFileSync(mailFile, '');
  const [webPort, smtpPort] = [await sparePort(), await sparePort()];
  const webUrl = `http://127.0.0.1:${webPort}`;
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(webPort),
    MONGODB_URI: services.mongodbUri,
    REDIS_URL: services.redisUrl,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: 'Heyi <notices@heyi.example>',
    HEYI_SECRET: randomBytes(32).toString('hex'),
    HEYI_MASTER_KEYS: TEST_MASTER_KEY.toString('hex'),
    HEYI_SETUP_TOKEN: SETUP_TOKEN,
    HEYI_LEASE_SECONDS: String(leaseSeconds),
  };
  /** Worker ids, as the ledger names them, by the pid that had them. */
  const workerIds = new Map<number, string>();

  function start(name: string, entry: string, { args = [], ...rest }: StartOptions): SupervisedProcess {
    const log = path.join(logs, `${name}.log`);
    return superviseProcess({
      name,
      command: process.execPath,
      args: bundledEntry(entry, ...args),
      cwd: root,
      env: { ...env, LOG_LEVEL: 'info' },
      say: (line) => appendFileSync(log, `${line}\n`),
      ...rest,
      onLine: (line) => {
        appendFileSync(log, `${line}\n`);
        rest.onLine?.(line);
      },
    });
  }
  const heardWorker = (line: string) => {
    if (!line.includes('"worker is running"')) return;
    const { pid, workerId } = JSON.parse(line) as { pid: number; workerId: string };
    workerIds.set(pid, workerId);
  };
  const startSink = () =>
    start('mail server', 'test/chaos/faulty-sink.ts', {
      args: Object.entries({
        port: smtpPort,
        file: mailFile,
        calm: calmFile,
        seed,
        wait: noticePace(leaseSeconds * 1000).mailWaitMs,
      }).map(([name, value]) => `--${name}=${value}`),
      onLine: (line) => {
        const [word, deliveryId] = line.split(' ');
        if (word === 'hesitates' && deliveryId) request.onHesitation(deliveryId);
      },
    });
  const web = start('web', 'server/main.ts', {
    isReady: async () => (await fetch(`${webUrl}/healthz`)).ok,
  });
  const workers = Array.from({ length: request.workers }, (_, index) =>
    start(`worker ${index + 1}`, 'workers/main.ts', { onLine: heardWorker }),
  );
  let sink = startSink();
  await web.ready;

  return {
    engines: `${services.mongodbEngine}, ${services.redisEngine}`,
    mongodbUri: services.mongodbUri,
    webUrl,
    mailFile,
    logs,
    workers,
    workerIds,
    webPid: () => web.pid,
    sinkPid: () => sink.pid,
    stopSink: () => sink.stop(),
    startSink: () => {
      sink = startSink();
    },
    /** From now on the mail server makes no more faults. */
    calmSink: () => writeFileSync(calmFile, ''),
    redisPid: () => pidIn(path.join(dataDir, 'servers/redis/pid')),
    databasePids: () =>
      DATABASE_PID_FILES.map((file) => path.join(dataDir, 'servers', file))
        .filter((file) => existsSync(file))
        .map(pidIn),
    /** What Redis has on disk; taken from under it, a restart finds nothing. */
    forgetRedis: () =>
      rmSync(path.join(dataDir, 'servers/redis/appendonlydir'), { recursive: true, force: true }),
    flushRedis: () => flush(services.redisUrl),
    endWorkers: () => Promise.all(workers.map((worker) => worker.stop())),
    async close() {
      await Promise.all([...workers, web, sink].map((one) => one.stop()));
      await services.stop();
    },
  };
}

interface StartOptions {
  args?: string[];
  onLine?: (line: string) => void;
  isReady?: () => Promise<boolean>;
}

function pidIn(file: string): number {
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

async function flush(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => null, lazyConnect: true });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.flushall();
  } finally {
    client.disconnect();
  }
}
