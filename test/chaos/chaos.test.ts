import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { testServices } from '../support/test-services.ts';
import { type ChaosReport, PROMISES } from './chaos-report.ts';

describe('when everything breaks while cases are worked on', function () {
  this.timeout(180_000);

  it('no notice is lost, doubled, stale or in doubt without a cause', async () => {
    const args = ['--minutes', '0.2', '--seed', 'suite', '--lease-seconds', '5', '--json'];
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/chaos/run-chaos.ts', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, MONGODB_URI: testServices().mongodbUri('chaos') },
    });
    let line = '';
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (line += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = await once(child, 'close');
    expect(code, said + line).to.equal(0);
    const report = JSON.parse(line) as ChaosReport;
    for (const promise of PROMISES) expect(report[promise], promise).to.equal(0);
    const { due, delivered, telephoned, held, failed, skipped, kills, warnings } = report;
    expect(delivered + telephoned + held + failed + skipped).to.equal(due);
    // Something happened at all.
    expect(delivered).to.be.above(0);
    expect(warnings.delivered).to.be.above(0);
    expect(kills).to.be.above(0);
  });
});
