import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import { runCommand } from '../processes/run-command.ts';
import { superviseProcess } from '../supervised-process.ts';
import { hasDebianPackages } from './debian-packages.ts';
import { keptSecret } from './kept-secret.ts';
import { programOnPath } from './program-on-path.ts';
import { majorVersion, redisBuild, redisProgram } from './redis-build.ts';
import type { RunningServer } from './running-server.ts';
import { ensureBuild } from './server-cache.ts';
import type { ServerContext } from './server-context.ts';
import { shortReason } from './short-reason.ts';
import { sparePort } from './spare-port.ts';

/** Neither found nor fetched; the message says why, and what to do. */
export class NoRedisError extends Error {
  constructor(reasons: readonly string[], options?: ErrorOptions) {
    super(
      `There is no Redis: ${['none is on the PATH', ...reasons].join(', ')}. Install Redis 7 or newer (or Valkey), or set REDIS_URL.`,
      options,
    );
    this.name = 'NoRedisError';
  }
}

interface RedisProgram {
  program: string;
  env: NodeJS.ProcessEnv;
}

/** Starts Redis (or Valkey) on a spare loopback port, with an append-only file and no eviction. */
export async function startRedis(folder: string, context: ServerContext): Promise<RunningServer> {
  const { program, env } = await findRedis(context);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const password = keptSecret(path.join(folder, 'password'));
  const port = await sparePort();
  const settings = path.join(folder, 'redis.conf');
  writeFileSync(settings, redisSettings({ folder, port, password }), { mode: 0o600 });
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const server = superviseProcess({
    name: 'Redis',
    command: program,
    args: [settings],
    env,
    isReady: () => answersPing(url),
    pidFile: path.join(folder, 'pid'),
    say: context.say,
  });
  await server.ready;
  const version = await runCommand({ command: program, args: ['--version'], env });
  return { uri: url, engine: engineName(version), stop: () => server.stop() };
}

async function findRedis(context: ServerContext): Promise<RedisProgram> {
  for (const name of ['redis-server', 'valkey-server']) {
    const program = programOnPath(name);
    if (!program) continue;
    const version = await runCommand({ command: program, args: ['--version'] }).catch(() => '');
    if (majorVersion(version) >= 7) return { program, env: process.env };
    context.say(`Redis: ${program} is older than version 7 and is not used`);
  }
  if (!hasDebianPackages('machine')) throw new NoRedisError([]);
  try {
    return redisProgram(await ensureBuild(redisBuild, context));
  } catch (error) {
    throw new NoRedisError([`its package can't be fetched (${shortReason(error)})`], { cause: error });
  }
}

function redisSettings({
  folder,
  port,
  password,
}: {
  folder: string;
  port: number;
  password: string;
}): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    'protected-mode yes',
    `requirepass ${password}`,
    `dir ${JSON.stringify(folder)}`,
    'appendonly yes',
    'maxmemory-policy noeviction',
    'save ""',
    '',
  ].join('\n');
}

async function answersPing(url: string): Promise<boolean> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: 1000,
    disconnectTimeout: 50,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // While it reads its file after a crash it answers LOADING, which is an error here.
    return (await client.ping()) === 'PONG';
  } finally {
    client.disconnect();
  }
}

function engineName(versionLine: string): string {
  const version = /v=([\d.]+)/.exec(versionLine)?.[1] ?? '';
  return `${/valkey/i.test(versionLine) ? 'Valkey' : 'Redis'} ${version}`.trim();
}
