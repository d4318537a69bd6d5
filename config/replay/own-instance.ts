import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLocalServices } from '../local-services/local-services.ts';
import { sparePort } from '../local-services/spare-port.ts';
import { bundledEntry } from '../processes/bundled-entry.ts';
import { webAnswers } from '../starting/readiness.ts';
import { serviceEnvironment } from '../starting/service-environment.ts';

const STARTED_WITHIN_MS = 90_000;
const EVERY_MS = 100;
/** Nothing is mailed in a replay; the address of a server that is never asked. */
const NO_MAIL = 'smtp://127.0.0.1:1';

export interface OwnInstance {
  baseUrl: string;
  setupToken: string;
  /** An empty folder of its own, which goes with it. */
  dataDir: string;
  stop: () => Promise<void>;
}

/** Starts an instance on an empty data folder, with web alone: what is played leaves nothing behind. */
export async function startOwnInstance(root: string, say: (line: string) => void): Promise<OwnInstance> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'heyi-replay-'));
  const services = await startLocalServices({
    dataDir,
    cacheDir: process.env['HEYI_CACHE_DIR'],
    given: {},
    say,
  });
  const [host, port] = ['127.0.0.1', await sparePort()];
  const { env, setupToken } = serviceEnvironment(
    { demo: true, dataDir, written: { HOST: host, PORT: `${port}`, LOG_LEVEL: 'error' } },
    { mongodbUri: services.mongodbUri, redisUrl: services.redisUrl, smtpUrl: NO_MAIL },
  );
  const web = spawn(process.execPath, bundledEntry('server/main.ts'), {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const baseUrl = `http://${host}:${port}`;
  const stop = async () => {
    if (web.exitCode === null) {
      web.kill('SIGTERM');
      await once(web, 'exit');
    }
    await services.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  for (const startedAt = Date.now(); !(await webAnswers(baseUrl)); await sleep(EVERY_MS)) {
    if (web.exitCode === null && Date.now() - startedAt < STARTED_WITHIN_MS) continue;
    await stop();
    throw new Error('The instance of the replay did not start; its own lines above name the cause.');
  }
  return { baseUrl, setupToken, dataDir, stop };
}
