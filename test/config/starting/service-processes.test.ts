import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import {
  type ServiceProcesses,
  type ServiceProcessesRequest,
  startServiceProcesses,
} from '../../../config/starting/service-processes.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { until } from '../../support/until.ts';

describe('the processes of the Procfile', () => {
  const folder = temporaryFolder();
  const said: string[] = [];
  let running: ServiceProcesses | undefined;
  const run = (scripts: Record<string, string>, request: Partial<ServiceProcessesRequest> = {}) => {
    running = startServiceProcesses({
      processes: Object.entries(scripts).map(([name, script]) => ({
        name,
        command: process.execPath,
        args: ['-e', script],
      })),
      env: { ...process.env, GREETING: 'hello' },
      root: folder,
      pidFolder: path.join(mkdtempSync(path.join(folder, 'run-')), 'pids'),
      say: (line) => said.push(line),
      webAnswers: async () => true,
      ...request,
    });
    return running;
  };
  afterEach(async () => {
    await running?.stop();
    said.length = 0;
  });

  it('get the environment, and their name before each line they print', async () => {
    const stays = 'console.log(process.env.GREETING); setInterval(() => undefined, 1000)';
    run({ web: stays, worker: stays });
    await until('both have spoken', () => said.length >= 2);
    expect(said).to.have.members(['web    | hello', 'worker | hello']);
  });

  for (const name of ['web', 'worker']) {
    it(`are given up with the last words of ${name} when it dies at every start`, async () => {
      const dies = "console.error('PORT is wrong'); process.exit(1)";
      const { started } = run({ [name]: dies }, { webAnswers: async () => false });
      const failure: unknown = await started.catch((error: unknown) => error);
      expect(String(failure)).to.match(
        new RegExp(`${name} could not be started: ended with code 1.+PORT is wrong`),
      );
    });
  }

  it('finish what they have begun when they are stopped', async () => {
    run({
      web: "process.on('SIGTERM', () => { console.log('done'); process.exit() }); setInterval(() => {}, 9e3); console.log('up')",
    });
    await until('it is up', () => said.includes('web | up'));
    await running?.stop();
    expect(said).to.include('web | done');
  });
});
