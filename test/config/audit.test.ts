import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { register } from '../support/test-case.ts';
import { buildTestCity } from '../support/test-city.ts';

describe('npm run audit', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
    await register(app, (await buildTestCity(app)).clerk);
  });
  after(() => app.stop());

  const given = () => ({
    MONGODB_URI: app.mongodbUri,
    HEYI_SECRET: app.services.secret.toString('hex'),
  });
  const audit = (...args: string[]) => auditWith(given(), args);
  const auditWith = (settings: NodeJS.ProcessEnv, args: string[]) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'config/audit.ts', ...args], {
        env: {
          ...process.env,
          HEYI_ENV_FILE: '',
          DATA_DIR: folder,
          ...settings,
        },
      });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.on('close', (code) => resolve({ code, output }));
    });

  it('verifies every chain, and finds by exported heads what the database alone does not tell', async () => {
    const first = await audit('verify');
    expect(first.output).to.match(/^\d+ records in 2 chains, 0 faults\n$/);
    expect(first.code).to.equal(0);
    const file = path.join(folder, 'heads.jsonl');
    writeFileSync(file, (await audit('heads')).output);
    expect((await audit('verify', '--heads', file)).code).to.equal(0);
    await app.connection.collection('auditRecords').deleteMany({});
    await app.connection.collection('auditHeads').deleteMany({});
    expect((await audit('verify')).code).to.equal(0);
    const gone = await audit('verify', '--heads', file);
    expect(gone.code).to.equal(1);
    expect(gone.output.match(/not the one whose end was exported/g)).to.have.length(2);
  });

  it('takes the secret that the data folder keeps, and makes none where there is none', async () => {
    const { HEYI_SECRET, ...database } = given();
    for (const { code, output } of await Promise.all(
      [database, {}].map((settings) => auditWith(settings, ['verify'])),
    )) {
      expect(code).to.equal(2);
      expect(output).to.contain(`HEYI_SECRET is not set, and ${folder} keeps none. Set it`);
    }
    writeFileSync(path.join(folder, 'heyi-secret'), HEYI_SECRET);
    const { output } = await auditWith(database, ['verify']);
    expect(output).to.match(/^\d+ records in \d+ chains?, 0 faults\n$/);
  });

  it('says what it can do', async () => {
    const { code, output } = await audit('look');
    expect([code, /verify \[--heads FILE\]/.test(output)]).to.deep.equal([2, true]);
  });
});
