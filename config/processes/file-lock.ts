import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { processIdentity } from './process-identity.ts';

export type LockAttempt = { taken: true; release: () => void } | { taken: false; heldBy: number };

/**
 * Takes a lock that lives as long as this process: a file that names its pid. A lock whose process is gone is
 * taken over. Made by link(), so that a lock never exists without its owner's name in it.
 */
export function tryFileLock(file: string): LockAttempt {
  const own = `${process.pid}\n${processIdentity(process.pid)}\n`;
  for (;;) {
    if (linkInPlace(file, own)) return { taken: true, release: () => releaseLock(file, own) };
    const held = readLock(file);
    if (held === undefined) continue;
    const [pid = '', identity] = held.split('\n');
    if (identity && processIdentity(Number(pid)) === identity) return { taken: false, heldBy: Number(pid) };
    removeStale(file, held);
  }
}

function linkInPlace(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readLock(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Of several that find the same stale lock one moves it away; a fresh lock moved by mistake is put back. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readLock(aside);
  if (moved !== undefined && moved !== stale) linkInPlace(file, moved);
  rmSync(aside, { force: true });
}

function releaseLock(file: string, own: string): void {
  if (readLock(file) === own) rmSync(file, { force: true });
}
