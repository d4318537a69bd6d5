import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'mongoose';

const UNDER_WAY = ['due', 'claimed', 'sending', 'undelivered'];

/** Waits until no case has a notice due and no row of the ledger is under way, in seconds; null when that did not come in time. */
export async function waitUntilQuiet({ db }: Connection, withinMs: number): Promise<number | null> {
  const from = Date.now();
  while (Date.now() < from + withinMs) {
    // In this order: a case is moved on only after its rows are written.
    const cases = await db?.collection('cases').countDocuments({ nextNoticeAt: { $lte: new Date() } });
    const rows = await db?.collection('deliveries').countDocuments({ state: { $in: UNDER_WAY } });
    if (cases === 0 && rows === 0) return Math.round((Date.now() - from) / 1000);
    await sleep(300);
  }
  return null;
}
