import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { tryFileLock } from '../../../config/processes/file-lock.ts';
import { processIdentity } from '../../../config/processes/process-identity.ts';
import { runModule } from '../../support/run-module.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('a lock that lives as long as its process', () => {
  const folder = temporaryFolder();

  it('names who holds it until it is released', () => {
    const file = path.join(folder, 'held');
    const first = tryFileLock(file);
    expect(first.taken).to.equal(true);
    expect(tryFileLock(file)).to.deep.equal({ taken: false, heldBy: process.pid });
    if (first.taken) first.release();
    expect(tryFileLock(file).taken).to.equal(true);
  });

  it('is taken over from a process that is gone, also when its pid is another one’s by now', () => {
    const file = path.join(folder, 'stale');
    writeFileSync(file, `${process.pid}\nanother boot 1\n`);
    expect(tryFileLock(file).taken).to.equal(true);
    expect(processIdentity(process.pid)).to.not.equal('another boot 1');
  });

  it('goes to one of several processes that find the same stale lock', async () => {
    const file = path.join(folder, 'raced');
    writeFileSync(file, '1\na process that is gone\n');
    const startAt = Date.now() + 2000;
    const contender = `
      const { tryFileLock } = await import('./config/processes/file-lock.ts');
      while (Date.now() < ${startAt});
      console.log(tryFileLock(${JSON.stringify(file)}).taken);
      setTimeout(() => process.exit(0), 1500);`;
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const child = runModule(contender);
        let said = '';
        child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
        await new Promise((resolve) => child.on('close', resolve));
        return said.trim();
      }),
    );
    expect(answers.sort()).to.deep.equal(['false', 'false', 'false', 'false', 'true']);
  });
});
