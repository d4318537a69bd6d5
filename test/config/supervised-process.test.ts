import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { processIdentity } from '../../config/processes/process-identity.ts';
import {
  ProcessFailedError,
  type SupervisedProcess,
  type SuperviseRequest,
  superviseProcess,
} from '../../config/supervised-process.ts';
import { runModule } from '../support/run-module.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const LIVES = 'setInterval(() => undefined, 1000)';

describe('a supervised process', () => {
  const folder = temporaryFolder();
  const running: SupervisedProcess[] = [];
  const supervise = (code: string, request: Partial<SuperviseRequest> = {}) => {
    const supervised = superviseProcess({
      name: 'test process',
      command: process.execPath,
      args: ['-e', code],
      ...request,
    });
    running.push(supervised);
    return supervised;
  };
  const alive = (pid: number | undefined) => pid !== undefined && processIdentity(pid) !== undefined;
  afterEach(() => Promise.all(running.splice(0).map((supervised) => supervised.stop())));

  it('is started again when it is killed', async () => {
    const said: string[] = [];
    const supervised = supervise(LIVES, { say: (line) => said.push(line) });
    await supervised.ready;
    const first = supervised.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await until('a new process', () => alive(supervised.pid) && supervised.pid !== first);
    expect(said).to.deep.equal(['test process: killed by SIGKILL; starting it again in 0.1 s']);
  });

  it('is ready when its question is answered with yes, and tells each line it says', async () => {
    const lines: string[] = [];
    const supervised = supervise(`console.log('one'); console.error('two'); ${LIVES}`, {
      onLine: (line) => lines.push(line),
      isReady: async () => lines.length === 2,
    });
    await supervised.ready;
    expect(lines).to.have.members(['one', 'two']);
  });

  it('is given up with its last words when it dies at every start', async () => {
    const failure = await supervise("console.error('no such setting'); process.exit(3)", {
      isReady: async () => false,
      giveUpAfter: 3,
    }).ready.catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(ProcessFailedError);
    expect(String(failure)).to.match(/test process could not be started: ended with code 3.*no such setting/);
  });

  it('is given up when there is no such program', async () => {
    const failure = await supervise('', { command: 'no-such-program', giveUpAfter: 2 }).ready.catch(String);
    expect(failure).to.contain('ENOENT');
  });

  it('counts as dead when it is not ready in time', async () => {
    const failure = await supervise(LIVES, {
      isReady: async () => false,
      readyWithinMs: 300,
      giveUpAfter: 1,
    }).ready.catch(String);
    expect(failure).to.contain('it was not ready after 0.3 s');
  });

  it('gets its stop signal and time to finish', async () => {
    const file = path.join(folder, 'finished');
    const finishes = `process.on('SIGINT', () => setTimeout(() => {
      require('fs').writeFileSync(${JSON.stringify(file)}, 'yes'); process.exit(0); }, 200));
      console.log('up'); ${LIVES}`;
    let up = false;
    const supervised = supervise(finishes, {
      stopSignal: 'SIGINT',
      onLine: () => (up = true),
      isReady: async () => up,
    });
    await supervised.ready;
    await supervised.stop();
    expect(readFileSync(file, 'utf8')).to.equal('yes');
  });

  it('is killed with its own children when it does not stop', async () => {
    let child = 0;
    const stubborn = `process.on('SIGTERM', () => undefined);
      console.log(require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(LIVES)}]).pid); ${LIVES}`;
    const supervised = supervise(stubborn, {
      graceMs: 200,
      onLine: (line) => (child = Number(line)),
      isReady: async () => child > 0,
    });
    await supervised.ready;
    const { pid } = supervised;
    await supervised.stop();
    expect(alive(pid)).to.equal(false);
    await until('its child is gone', () => !alive(child));
  });

  it('does not outlive a supervisor that is killed', async () => {
    const pidFile = path.join(folder, 'orphan');
    const parent = superviseInAnotherProcess(pidFile);
    await until('it runs', () => existsSync(pidFile) && alive(pidIn(pidFile)));
    parent.kill('SIGKILL');
    await until('it is gone', () => !alive(pidIn(pidFile)), 6000);
  });

  it('ends one that was left behind before it starts another', async () => {
    const pidFile = path.join(folder, 'left-behind');
    const leftBehind = supervise(LIVES, { pidFile });
    await leftBehind.ready;
    const { pid } = leftBehind;
    // Written again once the first supervisor has seen its process end and removed the file.
    const kept = readFileSync(pidFile, 'utf8');
    const copy = path.join(folder, 'left-behind-copy');
    writeFileSync(copy, kept);
    const next = supervise(LIVES, { pidFile: copy });
    await next.ready;
    expect(processIdentity(pid ?? 0)).to.equal(undefined);
    expect(pidIn(copy)).to.equal(next.pid);
  });

  it('leaves a process alone that was given the pid of one left behind', async () => {
    const pidFile = path.join(folder, 'reused');
    const other = supervise(LIVES);
    await other.ready;
    writeFileSync(pidFile, `${other.pid}\nanother boot 1\n`);
    const { pid } = other;
    await supervise(LIVES, { pidFile }).ready;
    expect(other.pid).to.equal(pid);
    expect(alive(pid)).to.equal(true);
  });
});

function pidIn(file: string): number {
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

function superviseInAnotherProcess(pidFile: string) {
  return runModule(`
    const { superviseProcess } = await import('./config/supervised-process.ts');
    superviseProcess({ name: 'orphan', command: process.execPath, args: ['-e', ${JSON.stringify(LIVES)}],
      pidFile: ${JSON.stringify(pidFile)} });`);
}
