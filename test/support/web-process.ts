import { type ChildProcess, spawn } from 'node:child_process';
import { sparePort } from '../../config/local-services/spare-port.ts';
import { bundledEntry } from '../../config/processes/bundled-entry.ts';
import { keepDatabase } from './spare-databases.ts';
import { TEST_MASTER_KEY } from './test-app.ts';
import { testServices } from './test-services.ts';
import { until } from './until.ts';

export interface WebProcess {
  child: ChildProcess;
  url: string;
}

/** A real web process on the database of a test, listening. */
export async function startWebProcess(
  databaseName: string,
  settings: NodeJS.ProcessEnv = {},
): Promise<WebProcess> {
  const { mongodbUri, redisUrl } = testServices();
  keepDatabase(databaseName);
  const uri = new URL(mongodbUri());
  uri.pathname = `/${databaseName}`;
  const port = await sparePort();
  const child = spawn(process.execPath, bundledEntry('server/main.ts'), {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      MONGODB_URI: uri.href,
      REDIS_URL: redisUrl,
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'Heyi <notices@heyi.example>',
      HEYI_SECRET: 'ab'.repeat(32),
      HEYI_MASTER_KEYS: TEST_MASTER_KEY.toString('hex'),
      LOG_LEVEL: 'silent',
      ...settings,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await until('the web process answers', () => answers(url), 30_000);
  return { child, url };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false;
  }
}
