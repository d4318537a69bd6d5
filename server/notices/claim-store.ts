import { randomUUID } from 'node:crypto';
import type { Connection, QueryFilter, UpdateQuery } from 'mongoose';
import {
  type DeliveryDocument,
  type DeliveryState,
  deliverySchema,
} from '../../schemas/documents/delivery-document.ts';
import { againOnConflict } from '../database/again-on-conflict.ts';
import { inBatches } from '../database/in-batches.ts';
import type { SealedTexts } from '../personal-data/sealed-texts.ts';
import { type Delivery, placeOf, toDelivery } from './delivery.ts';
import { withoutAddresses } from './without-addresses.ts';

/** What a worker holds of a row: its id and the fence that its claim raised. */
export type Claim = Pick<Delivery, 'id' | 'fence'>;

/** Who claims a row, and for how long. */
export interface Claimant {
  workerId: string;
  now: Date;
  leaseUntil: Date;
}

/** What is noted of a message that is about to be handed over, and until when it is waited for. */
export type HandOverMark = Pick<Delivery, 'sentAs' | 'sentTo' | 'subject' | 'text' | 'repeatable'> & {
  handedOverAt: Date;
  leaseUntil: Date;
};

interface AskedClaim {
  id: string;
  claimant: Claimant;
}

interface Mark extends Claim {
  from: readonly DeliveryState[];
  update: UpdateQuery<DeliveryDocument>;
}

const FREE = { leaseUntil: null };
/** With the fence of one claim. `held` too: an answer that comes after the lease ran out resolves the doubt. */
const IN_HAND: readonly DeliveryState[] = ['claimed', 'sending', 'held'];

/**
 * The part of the ledger in which workers take rows and note what becomes of them. Claims and marks that come while
 * others are being written go together in the next command: the busier a worker is, the less each costs.
 */
export function createClaimStore({
  connection,
  sealedTexts,
}: {
  connection: Connection;
  sealedTexts: SealedTexts;
}) {
  const deliveries = connection.model('Delivery', deliverySchema);

  /** Takes a due row for a while; null when it is not due, or somebody else has it. */
  function claim(id: string, claimant: Claimant): Promise<Delivery | null> {
    return claimBatch(claimant.workerId, { id, claimant });
  }

  const claimBatch = inBatches(async (_worker: string, asked: readonly AskedClaim[]) => {
    const found = new Map((await claimAll(asked)).map((row) => [row.id, row]));
    return asked.map(({ id }) => {
      const row = found.get(id) ?? null;
      // Asked for twice at once: it is the first one's.
      found.delete(id);
      return row;
    });
  });

  /** Told by an id of this one claim which rows it took: another of the same worker may hold others of them. */
  async function claimAll(asked: readonly AskedClaim[]): Promise<Delivery[]> {
    const claimId = randomUUID();
    const ids = asked.map(({ id }) => id);
    const { now, workerId, leaseUntil } = earliest(asked);
    const due: QueryFilter<DeliveryDocument> = {
      _id: { $in: ids },
      state: 'due',
      nextAttemptAt: { $lte: now },
    };
    const taken = { state: 'claimed' as const, leaseUntil, claimedBy: workerId, claimId };
    const { modifiedCount } = await againOnConflict(() =>
      deliveries.updateMany(due, { $set: taken, $inc: { fence: 1, attempts: 1 } }),
    );
    if (modifiedCount === 0) return [];
    return (await deliveries.find({ _id: { $in: ids }, claimId, state: 'claimed' }).lean()).map(toDelivery);
  }

  const mark = inBatches(async (_ledger: string, marks: readonly Mark[]): Promise<readonly boolean[]> => {
    const updates = marks.map(({ id, fence, from, update }) => ({
      updateOne: { filter: { _id: id, fence, state: { $in: [...from] } }, update },
    }));
    const { matchedCount } = await againOnConflict(() => deliveries.bulkWrite(updates, { ordered: false }));
    return matchedCount === marks.length ? marks.map(() => true) : Promise.all(marks.map(isMarked));
  });

  /** Of marks of which not all found their row: a row in the state to which the mark leads, under its fence. */
  async function isMarked({ id, fence, update }: Mark): Promise<boolean> {
    return (await deliveries.exists({ _id: id, fence, state: update.$set?.state })) !== null;
  }

  /**
   * Marks that the message is about to be handed over, and begins the lease anew; false when the claim was lost
   * meanwhile.
   */
  async function markSending(
    { id, fence, caseId }: Claim & Pick<Delivery, 'caseId'>,
    { sentTo, subject, text, ...handOver }: HandOverMark,
  ): Promise<boolean> {
    const sealed = await sealedTexts.seal({ sentTo, subject, text }, placeOf({ id, caseId }));
    const update = { $set: { ...handOver, ...sealed, state: 'sending' as const } };
    return mark('ledger', { id, fence, from: ['claimed'], update });
  }

  async function end({ id, fence }: Claim, update: UpdateQuery<DeliveryDocument>): Promise<void> {
    await mark('ledger', { id, fence, from: IN_HAND, update });
  }

  function markSent(claim: Claim, { sentAt, outcome }: { sentAt: Date; outcome: string }): Promise<void> {
    return end(claim, { $set: { ...FREE, state: 'sent', sentAt, outcome: withoutAddresses(outcome) } });
  }

  /** Ends a row that is not, or not yet, sent. */
  function markUnsent(
    claim: Claim,
    { state, outcome }: { state: 'skipped' | 'undelivered' | 'held'; outcome: string },
  ): Promise<void> {
    return end(claim, { $set: { ...FREE, state, outcome: withoutAddresses(outcome) } });
  }

  /** Puts a row back for another attempt; one that does not count leaves the number of attempts as it was. */
  function retry(
    claim: Claim,
    { counts = true, ...next }: { nextAttemptAt: Date; outcome: string; counts?: boolean },
  ): Promise<void> {
    return end(claim, {
      $set: { ...FREE, ...next, outcome: withoutAddresses(next.outcome), state: 'due' },
      $inc: { attempts: counts ? 0 : -1 },
    });
  }

  /**
   * Frees what a dead worker left: a row that was only claimed is due again, and so is one that the other side
   * would know again; any other that may have been handed over is held for a person, never sent again blindly.
   */
  async function releaseExpired(now: Date): Promise<{ freed: number; held: number }> {
    const expired = { leaseUntil: { $lte: now } };
    const freed = await deliveries.updateMany(
      { ...expired, $or: [{ state: 'claimed' }, { state: 'sending', repeatable: true }] },
      { $set: { ...FREE, state: 'due' } },
    );
    const held = await deliveries.updateMany(
      { ...expired, state: 'sending', repeatable: { $ne: true } },
      {
        $set: {
          ...FREE,
          state: 'held',
          outcome: 'the worker ended between handing the message over and noting the answer',
        },
      },
    );
    return { freed: freed.modifiedCount, held: held.modifiedCount };
  }

  /** Gives back what a worker that ends has claimed and not begun to hand over: it is due again, at once. */
  async function giveBack(workerId: string): Promise<number> {
    const given = await deliveries.updateMany(
      { state: 'claimed', claimedBy: workerId },
      { $set: { ...FREE, state: 'due' }, $inc: { attempts: -1, fence: 1 } },
    );
    return given.modifiedCount;
  }

  return { claim, markSending, markSent, markUnsent, retry, releaseExpired, giveBack };
}

/** A row is due for all of a batch when it is for the first who asked, and their leases end together. */
function earliest(asked: readonly AskedClaim[]): Claimant {
  const [first, ...others] = asked.map(({ claimant }) => claimant);
  if (first === undefined) throw new Error('Nobody has asked.');
  return others.reduce((known, next) => (next.now < known.now ? next : known), first);
}
