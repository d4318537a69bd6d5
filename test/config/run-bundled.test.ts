import { execFile } from 'node:child_process';
import { expect } from 'chai';
import { bundledEntry } from '../../config/processes/bundled-entry.ts';

/** Runs an entry of the project; resolves with how it ended and what it said. */
function runBundled(entry: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, bundledEntry(entry, ...args), { env: {} }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? 1, out, err }),
    );
  });
}

describe('a process that runs as one bundled file', () => {
  it('has the arguments of its entry and does what that does', async () => {
    const { code, out } = await runBundled('server/deadlines/due-command.ts', '--help');
    expect(code).to.equal(0);
    expect(out).to.match(/npm run -s due/);
  });

  it('names in its traces the line of the source', async () => {
    const { code, err } = await runBundled('workers/main.ts');
    expect(code).to.equal(1);
    expect(err).to.match(/at .*config\/config\.ts:\d+/);
    expect(err).to.include('HEYI_SECRET is not set');
  });

  it('says which entry is not there', async () => {
    const { code, err } = await runBundled('server/nothing.ts');
    expect(code).to.equal(1);
    expect(err).to.match(/Could not resolve .*server\/nothing\.ts/);
  });
});
