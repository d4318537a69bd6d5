import type { Connection } from 'mongoose';
import { setAsideSchema } from '../../schemas/documents/set-aside-document.ts';

export interface SetAside {
  caseId: string;
  reason: string;
  tryAgainAt: Date;
}

export type SetAsideStore = ReturnType<typeof createSetAsideStore>;

const FIRST_WAIT_MS = 60_000;
const LONGER = 4;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** The only reader and writer of the cases that are set aside: one that is broken must not keep the others waiting. */
export function createSetAsideStore(connection: Connection) {
  const casesSetAside = connection.model('SetAside', setAsideSchema);

  /** Sets a case aside: for a minute the first time, for four times as long each time after, for six hours at most. */
  async function put(caseId: string, { error, at }: { error: unknown; at: Date }): Promise<SetAside> {
    const reason = error instanceof Error ? error.message : String(error);
    const known = await casesSetAside.findById(caseId).lean();
    const before = known?.attempts ?? 0;
    const waitMs = Math.min(FIRST_WAIT_MS * LONGER ** before, LONGEST_WAIT_MS);
    const tryAgainAt = new Date(at.getTime() + waitMs);
    const set = { attempts: before + 1, tryAgainAt, reason };
    await casesSetAside.updateOne(
      { _id: caseId },
      { $set: set, $setOnInsert: { since: at } },
      { upsert: true },
    );
    return { caseId, reason, tryAgainAt };
  }

  /** Ends that for cases which could be dealt with after all. */
  async function release(caseIds: readonly string[]): Promise<void> {
    if (caseIds.length === 0 || (await casesSetAside.findOne({}, { _id: 1 }).lean()) === null) return;
    await casesSetAside.deleteMany({ _id: { $in: caseIds } });
  }

  /** Up to 10,000. */
  async function count(): Promise<number> {
    return casesSetAside.countDocuments({}, { limit: 10_000 });
  }

  async function createIndexes(): Promise<void> {
    await casesSetAside.createIndexes();
  }

  return { put, release, count, createIndexes };
}
