import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders = new Set<string>();

// A run that is broken off by Ctrl-C never comes to its `after`.
process.once('exit', () => folders.forEach(removeFolder));

/** A folder for the tests of one `describe`, removed after them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'heyi-'));
  folders.add(folder);
  after(() => removeFolder(folder));
  return folder;
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.delete(folder);
}
