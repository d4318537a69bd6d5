import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** A random password in a file that only its owner may read: made once, the same at every later start. */
export function keptSecret(file: string, bytes = 24): string {
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(bytes).toString('hex'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8').trim();
}
