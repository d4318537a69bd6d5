import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { register } from '../support/test-case.ts';
import { buildTestCity } from '../support/test-city.ts';

describe('npm run audit', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
    await register(app, (await buildTestCity(app)).clerk);
  });
  after(() => app.stop());

  const audit = (...args: string[]) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'config/audit.ts', ...args], {
        env: {
          ...process.env,
          MONGODB_URI: app.mongodbUri,
          HEYI_SECRET: app.services.secret.toString('hex'),
          HEYI_ENV_FILE: '',
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
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'audit-')), 'heads.jsonl');
    writeFileSync(file, (await audit('heads')).output);
    expect((await audit('verify', '--heads', file)).code).to.equal(0);
    await app.connection.collection('auditRecords').deleteMany({});
    await app.connection.collection('auditHeads').deleteMany({});
    expect((await audit('verify')).code).to.equal(0);
    const gone = await audit('verify', '--heads', file);
    expect(gone.code).to.equal(1);
    expect(gone.output.match(/not the one whose end was exported/g)).to.have.length(2);
  });

  it('says what it can do', async () => {
    const { code, output } = await audit('look');
    expect([code, /verify \[--heads FILE\]/.test(output)]).to.deep.equal([2, true]);
  });
});
