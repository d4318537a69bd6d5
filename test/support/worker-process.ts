import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { bundledEntry } from '../../config/processes/bundled-entry.ts';
import { keepDatabase } from './spare-databases.ts';
import { TEST_MASTER_KEY } from './test-app.ts';
import { testServices } from './test-services.ts';
import type { TestSink } from './test-sink.ts';

export interface WorkerProcess {
  child: ChildProcess;
  /** Tells it to stop; resolves with its exit code and how long it took. */
  stop: () => Promise<{ code: number | null; seconds: number }>;
}

/** A real worker process on the database of a test; what it logs goes to `log`. */
export function startWorkerProcess(
  databaseName: string,
  { url, log }: Pick<TestSink, 'url'> & { log?: (text: string) => void },
  settings: Record<string, string> = {},
): WorkerProcess {
  const { mongodbUri, redisUrl } = testServices();
  keepDatabase(databaseName);
  const uri = new URL(mongodbUri());
  uri.pathname = `/${databaseName}`;
  const child = spawn(process.execPath, bundledEntry('workers/main.ts'), {
    stdio: ['ignore', log === undefined ? 'ignore' : 'pipe', 'inherit'],
    env: {
      ...process.env,
      MONGODB_URI: uri.href,
      REDIS_URL: redisUrl,
      SMTP_URL: url,
      MAIL_FROM: 'Heyi <notices@heyi.example>',
      HEYI_SECRET: 'ab'.repeat(32),
      HEYI_MASTER_KEYS: TEST_MASTER_KEY.toString('hex'),
      LOG_LEVEL: 'silent',
      ...settings,
    },
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => log?.(text));
  return {
    child,
    async stop() {
      const from = Date.now();
      const gone = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
      child.kill('SIGTERM');
      await gone;
      return { code: child.exitCode, seconds: (Date.now() - from) / 1000 };
    },
  };
}
