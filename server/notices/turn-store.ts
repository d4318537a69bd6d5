import type { Connection } from 'mongoose';
import { turnSchema } from '../../schemas/documents/turn-document.ts';
import { isDuplicateKey } from '../database/database-errors.ts';

export interface Turn {
  /** What is done in turns. */
  work: string;
  /** Who does it. */
  holder: string;
}

export type TurnStore = ReturnType<typeof createTurnStore>;

/** The only reader and writer of turns: leases on work that would only be done twice if two did it at once. */
export function createTurnStore(connection: Connection) {
  const turns = connection.model('Turn', turnSchema);

  /** Takes or prolongs a turn; false while somebody else has it. */
  async function take({ work, holder }: Turn, { now, until }: { now: Date; until: Date }): Promise<boolean> {
    const free = { $or: [{ holder }, { until: { $lte: now } }] };
    const taken = await turns.updateOne({ _id: work, ...free }, { $set: { holder, until } });
    if (taken.matchedCount === 1) return true;
    if ((await turns.findById(work).lean()) !== null) return false;
    try {
      await turns.create([{ _id: work, holder, until }]);
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  /** Ends a turn; from `next` on whoever comes first may take it. Without effect where it was lost meanwhile. */
  async function pass({ work, holder }: Turn, next: Date): Promise<void> {
    await turns.updateOne({ _id: work, holder }, { $set: { holder: 'nobody', until: next } });
  }

  async function createIndexes(): Promise<void> {
    await turns.createIndexes();
  }

  return { take, pass, createIndexes };
}
