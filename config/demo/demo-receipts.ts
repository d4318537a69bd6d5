import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const receiptList = z.array(z.object({ number: z.string(), code: z.string() }));

/** What a worker of the demo holds: with it the status of a case can be looked up. */
export type DemoReceipt = z.infer<typeof receiptList>[number];

/** Keeps the codes of the demo, which the service itself stores only as keyed hashes. */
export function demoReceipts(dataDir: string) {
  const file = path.join(dataDir, 'demo-receipts.json');
  const read = (): DemoReceipt[] =>
    existsSync(file) ? receiptList.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  const add = (receipt: DemoReceipt): void => {
    writeFileSync(`${file}.new`, JSON.stringify([...read(), receipt], null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return { read, add };
}
