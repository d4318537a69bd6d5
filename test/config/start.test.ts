import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { expect } from 'chai';
import { processIdentity } from '../../config/processes/process-identity.ts';
import { type StartRun, startRun } from '../support/start-run.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testServices } from '../support/test-services.ts';
import { until } from '../support/until.ts';

const READY = 'Stop it with Ctrl-C';

const status = async (url: string, init?: RequestInit) => {
  try {
    return (await fetch(url, init)).status;
  } catch {
    return 0;
  }
};
const isAlive = (pid: number) => processIdentity(pid) !== undefined;
const post = (url: string, body: unknown) =>
  status(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('npm start', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const runs: StartRun[] = [];
  const start = async (name: string, settings: NodeJS.ProcessEnv) => {
    const run = await startRun(path.join(folder, name), settings);
    runs.push(run);
    return run;
  };
  /** A service of one's own, on the servers of this test run. */
  const ownSettings = () => ({
    MONGODB_URI: testServices().mongodbUri('start'),
    REDIS_URL: testServices().redisUrl,
    LOG_LEVEL: 'warn',
  });
  afterEach(async () => {
    for (const { child, exitCode } of runs.splice(0)) {
      child.kill('SIGTERM');
      await exitCode;
    }
  });

  it('names every bad setting and every server that does not answer at once, and ends with 1', async () => {
    const run = await start('bad', {
      PORT: 'abc',
      HEYI_COLOUR: 'red',
      MONGODB_URL: 'mongodb://127.0.0.1',
      MONGODB_URI: 'mongodb://127.0.0.1:1',
      REDIS_URL: 'redis://127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
    });
    expect(await run.exitCode).to.equal(1);
    expect(run.output()).to.contain('7 settings are wrong:');
    for (const name of [
      'PORT',
      'HEYI_COLOUR',
      'MONGODB_URL',
      'MONGODB_URI',
      'REDIS_URL',
      'SMTP_URL',
      'MAIL_FROM',
    ]) {
      expect(run.output()).to.match(new RegExp(`^  ${name} .+\\. .+\\.$`, 'm'));
    }
  });

  it('says in one sentence that its port is taken and what to set, and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const run = await start('taken', { PORT: String(port) });
    expect(await run.exitCode).to.equal(1);
    other.close();
    expect(run.output()).to.match(new RegExp(`PORT ${port} is taken: .+ set PORT to another port`));
  });

  it('runs an empty service on the servers that were given, which its one-time token opens', async () => {
    const run = await start('own', ownSettings());
    await run.said(READY);
    expect(await status(`${run.baseUrl}/readyz`)).to.equal(200);
    const body = /-d '(\{.+\})'/.exec(run.output())?.[1] ?? '{}';
    expect(await post(`${run.baseUrl}/api/v1/setup`, JSON.parse(body))).to.equal(201);
    expect(await post(`${run.baseUrl}/api/v1/setup`, JSON.parse(body)), 'a second time').to.be.within(
      400,
      499,
    );
    run.child.kill('SIGTERM');
    expect(await run.exitCode).to.equal(0);

    const again = await start('own', ownSettings());
    await again.said(READY);
    expect(again.output(), 'with an account').to.not.contain('curl');
  });

  it('starts web and worker again when they are killed', async () => {
    const run = await start('killed', ownSettings());
    await run.said(READY);
    for (const name of ['web', 'worker']) {
      const pid = run.pidOf(name);
      process.kill(pid ?? 0, 'SIGKILL');
      await until(`a new ${name}`, () => ![pid, undefined].includes(run.pidOf(name)));
    }
    await until('ready again', async () => (await status(`${run.baseUrl}/readyz`)) === 200, 30_000);
  });

  it('does not share its data folder with a second start', async () => {
    const run = await start('shared', ownSettings());
    await run.said(READY);
    const second = await startRun(run.dataDir, ownSettings());
    expect(await second.exitCode).to.equal(1);
    expect(second.output()).to.match(/DATA_DIR .+ is in use by another npm start \(process \d+\)/);
    expect(await status(`${run.baseUrl}/readyz`), 'the first').to.equal(200);
  });

  it('takes everything with it when it is killed, and starts again at once', async () => {
    const run = await start('orphans', ownSettings());
    await run.said(READY);
    const pids = run.pids();
    process.kill(-(run.child.pid ?? 0), 'SIGKILL');
    const again = await start('orphans', { ...ownSettings(), PORT: new URL(run.baseUrl).port });
    await again.said(READY);
    await until('nothing of the first is left', () => !pids.some(isAlive));
  });

  it('without a setting is a demo on servers of its own, ended by one Ctrl-C with all that it started', async () => {
    const run = await start('demo', {});
    await run.said(READY);
    const [, password] = /^ {4}admin +(\S+)/m.exec(run.output()) ?? [];
    expect(await post(`${run.baseUrl}/api/v1/sessions`, { username: 'admin', password })).to.equal(201);
    const pids = run.pids();
    // Launcher, start, guard, web, worker, and at least one process each of the database and Redis.
    expect(pids).to.have.length.above(6);
    run.pressCtrlC();
    expect(await run.exitCode).to.equal(0);
    await until('nothing is left', () => !pids.some(isAlive));
  });
});
