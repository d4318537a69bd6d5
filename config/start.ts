import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { localUrl } from './config.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { type LocalServices, startLocalServices } from './local-services/local-services.ts';
import { startMailSink } from './local-services/mail-sink.ts';
import { planStart, type StartPlan } from './starting/plan-start.ts';
import { readProcfile } from './starting/procfile.ts';
import { untilReady, webAnswers } from './starting/readiness.ts';
import { serviceEnvironment } from './starting/service-environment.ts';
import { startServiceProcesses } from './starting/service-processes.ts';
import { setupIsOpen } from './starting/setup-state.ts';
import { StartedParts } from './starting/started-parts.ts';
import { stopRequest } from './starting/stop-request.ts';
import { demoLoginLines, otherAccountsLines, setupLines, welcomeLines } from './starting/welcome.ts';

// `npm start`: sees to the servers, starts what the Procfile says, keeps it alive, and ends it all on Ctrl-C.

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const startedAt = Date.now() - performance.now();
const HALF_STARTED_GRACE_MS = 3000;
const say = (line: string) => console.log(line);
const parts = new StartedParts();

/** Servers that are still on their way get a moment; what takes longer is ended by its guard when we exit. */
async function endServices(services: Promise<LocalServices>): Promise<void> {
  const started = await Promise.race([
    services.catch(() => undefined),
    sleep(HALF_STARTED_GRACE_MS, undefined, { ref: false }),
  ]);
  await started?.stop();
}

async function startServers({ written, dataDir }: StartPlan) {
  const given = { mongodbUri: written['MONGODB_URI'], redisUrl: written['REDIS_URL'] };
  const starting = startLocalServices({ dataDir, cacheDir: written['HEYI_CACHE_DIR'], given, say });
  parts.add(() => endServices(starting));
  const sink = written['SMTP_URL'] === undefined ? await parts.step(startMailSink({ dataDir })) : null;
  if (sink) {
    parts.add(() => sink.stop());
    say(`Mail: no SMTP_URL is set, so every message is kept on this machine: ${sink.pageUrl}`);
  }
  return { services: await parts.step(starting), sink };
}

/** Starts web and workers and waits until they do their work, or until one of them plainly can't. */
async function startProcesses(env: NodeJS.ProcessEnv, dataDir: string, baseUrl: string): Promise<void> {
  const file = (name: string) => readFileSync(path.join(root, name), 'utf8');
  const processes = startServiceProcesses({
    processes: readProcfile(file('Procfile'), file('package.json')),
    env,
    root,
    pidFolder: path.join(dataDir, 'run'),
    say,
    webAnswers: () => webAnswers(baseUrl),
  });
  parts.add(() => {
    say('Stopping web and worker …');
    return processes.stop();
  });
  const broken = new Promise<never>((_, reject) => {
    processes.started.catch(reject);
  });
  await parts.step(Promise.race([untilReady(baseUrl, say), broken]));
}

async function start(): Promise<void> {
  const plan = await parts.step(planStart(root, say));
  parts.add(plan.release);
  const { demo, dataDir, written } = plan;
  say(demo ? 'Heyi 和议: starting the demo (MONGODB_URI is not set) …' : 'Heyi 和议: starting …');
  const { services, sink } = await startServers(plan);
  const smtpUrl = sink?.smtpUrl ?? written['SMTP_URL'] ?? '';
  const { env, setupToken, secretFiles } = serviceEnvironment(plan, { ...services, smtpUrl });
  const baseUrl = localUrl(plan.host, plan.port);
  await startProcesses(env, dataDir, baseUrl);

  const seconds = (Date.now() - startedAt) / 1000;
  const seeded = demo ? await parts.step(seedDemo({ baseUrl, setupToken, dataDir, say })) : null;
  const engines = `MongoDB: ${services.mongodbEngine}; Redis: ${services.redisEngine}`;
  const lines = [
    ...welcomeLines({
      baseUrl,
      seconds,
      mailPageUrl: sink?.pageUrl ?? null,
      dataDir,
      engines,
      secretFiles: demo ? [] : secretFiles,
    }),
    ...(seeded === null ? [] : demoLoginLines(seeded, baseUrl)),
    ...(demo && seeded === null ? otherAccountsLines() : []),
    ...(!demo && (await parts.step(setupIsOpen(baseUrl))) ? setupLines(baseUrl, setupToken) : []),
    'Stop it with Ctrl-C 按 Ctrl-C 停止',
  ];
  for (const line of lines) say(line);
}

// Whoever reads our output may go away; that is no reason to stop serving.
process.stdout.on('error', () => undefined);
const stopped = stopRequest(() => {
  say('Stopping at once.');
  process.exit(1);
});
let exitCode = 0;
try {
  await Promise.race([start().then(() => stopped), stopped]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  exitCode = 1;
}
if (await parts.end()) say('Stopped. 已停止');
process.exit(exitCode);
