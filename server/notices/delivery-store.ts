import type { Connection } from 'mongoose';
import {
  type DeliveryDocument,
  type DeliveryState,
  deliverySchema,
} from '../../schemas/documents/delivery-document.ts';
import { oldestFirst } from '../database/oldest-first.ts';
import { isNewer } from '../domain/notices.ts';
import type { SealedTexts } from '../personal-data/sealed-texts.ts';
import { createNewDeliveryStore } from './new-delivery-store.ts';
import { withoutAddresses } from './without-addresses.ts';

export interface Delivery extends Omit<DeliveryDocument, '_id' | 'digest'> {
  id: string;
  digest: string | null;
}

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

export interface DeliveryStoreDependencies {
  connection: Connection;
  sealedTexts: SealedTexts;
}

export type DeliveryStore = ReturnType<typeof createDeliveryStore>;

const FREE = { leaseUntil: null };
/** With the fence of one claim. `held` too: an answer that comes after the lease ran out resolves the doubt. */
const IN_HAND: DeliveryState[] = ['claimed', 'sending', 'held'];

/** The only reader and writer of the ledger of deliveries. */
export function createDeliveryStore({ connection, sealedTexts }: DeliveryStoreDependencies) {
  const deliveries = connection.model('Delivery', deliverySchema);

  /** Takes a due row for a while; null when it is not due, or somebody else has it. */
  async function claim(id: string, { workerId, now, leaseUntil }: Claimant): Promise<Delivery | null> {
    const document = await deliveries
      .findOneAndUpdate(
        { _id: id, state: 'due', nextAttemptAt: { $lte: now } },
        { $set: { state: 'claimed', leaseUntil, claimedBy: workerId }, $inc: { fence: 1, attempts: 1 } },
        { returnDocument: 'after' },
      )
      .lean();
    return document === null ? null : toDelivery(document);
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
    const result = await deliveries.updateOne(
      { _id: id, fence, state: 'claimed' },
      { $set: { ...handOver, ...sealed, state: 'sending' } },
    );
    return result.modifiedCount === 1;
  }

  async function markSent({ id, fence }: Claim, { sentAt, outcome }: { sentAt: Date; outcome: string }) {
    await deliveries.updateOne(
      { _id: id, fence, state: { $in: IN_HAND } },
      { $set: { ...FREE, state: 'sent', sentAt, outcome: withoutAddresses(outcome) } },
    );
  }

  /** Ends a row that is not, or not yet, sent. */
  async function markUnsent(
    { id, fence }: Claim,
    end: { state: 'skipped' | 'undelivered' | 'held'; outcome: string },
  ) {
    const set = { ...FREE, ...end, outcome: withoutAddresses(end.outcome) };
    await deliveries.updateOne({ _id: id, fence, state: { $in: IN_HAND } }, { $set: set });
  }

  /** Puts a row back for another attempt; one that does not count leaves the number of attempts as it was. */
  async function retry(
    { id, fence }: Claim,
    { counts = true, ...next }: { nextAttemptAt: Date; outcome: string; counts?: boolean },
  ) {
    await deliveries.updateOne(
      { _id: id, fence, state: { $in: IN_HAND } },
      {
        $set: { ...FREE, ...next, outcome: withoutAddresses(next.outcome), state: 'due' },
        $inc: { attempts: counts ? 0 : -1 },
      },
    );
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

  /** Rows that failed for good and whose next channel is still to be found. */
  async function undelivered(now: Date, limit: number): Promise<Delivery[]> {
    const failed = { state: 'undelivered' as const, nextAttemptAt: { $lte: now } };
    return (await deliveries.find(failed).limit(limit).lean()).map(toDelivery);
  }

  /** Looks for the next channel of one later. */
  async function putOffUndelivered(id: string, nextAttemptAt: Date): Promise<void> {
    await deliveries.updateOne({ _id: id, state: 'undelivered' }, { $set: { nextAttemptAt } });
  }

  /** Ends rows that failed, once what follows from it is written. */
  async function markFailed(ids: readonly string[]): Promise<void> {
    await deliveries.updateMany({ _id: { $in: ids }, state: 'undelivered' }, { $set: { state: 'failed' } });
  }

  /** True when the same addressee was sent, or is to be sent, a newer notice whose key begins alike. */
  async function isOvertaken(
    { caseId, accountId, workerId, noticeKind, noticeKey, dueAt }: Delivery,
    keyStart: string,
  ): Promise<boolean> {
    if (accountId === null && workerId === null) return false;
    const same = { caseId, accountId, workerId, noticeKind, state: { $ne: 'skipped' as const } };
    const others = await deliveries.find(same, { noticeKey: 1, dueAt: 1 }).limit(1000).lean();
    const own = { at: dueAt, key: noticeKey };
    return others.some(
      (other) =>
        other.noticeKey.startsWith(keyStart) && isNewer({ at: other.dueAt, key: other.noticeKey }, own),
    );
  }

  async function withIds(ids: readonly string[]): Promise<Delivery[]> {
    return (await deliveries.find({ _id: { $in: ids } }).lean()).map(toDelivery);
  }

  const unsentRows = oldestFirst<Pick<Delivery, 'id' | 'digest' | 'nextAttemptAt'>>({
    at: ({ nextAttemptAt }) => nextAttemptAt,
    read: async ({ after, until }, limit) => {
      const from = after === null ? {} : { $gt: after };
      const documents = await deliveries
        .find({ state: 'due', nextAttemptAt: { ...from, $lte: until } }, { digest: 1, nextAttemptAt: 1 })
        .limit(limit)
        .lean();
      return documents.map(({ _id, digest = null, nextAttemptAt }) => ({ id: _id, digest, nextAttemptAt }));
    },
  });

  /** Rows that can be sent now and that nobody has, the oldest first; of a digest one, which the others join. */
  async function unsent(now: Date, limit: number): Promise<string[]> {
    const rows = await unsentRows(now, limit);
    const first = new Map<string, string>();
    for (const { id, digest } of rows) {
      const known = digest === null ? undefined : first.get(digest);
      if (digest !== null && (known === undefined || id < known)) first.set(digest, id);
    }
    return rows.filter(({ id, digest }) => digest === null || first.get(digest) === id).map(({ id }) => id);
  }

  /** Rows of a digest that can be sent now and that nobody has. */
  async function unsentOfDigest(digest: string, now: Date, limit: number): Promise<string[]> {
    const found = await deliveries
      .find({ digest, state: 'due', nextAttemptAt: { $lte: now } }, { _id: 1 })
      .limit(limit)
      .lean();
    return found.map(({ _id }) => _id);
  }

  async function ofCase(caseId: string): Promise<Delivery[]> {
    return (await deliveries.find({ caseId }).limit(1000).lean()).map(toDelivery);
  }

  /** A row with its text and to whom it went, which lie sealed. */
  async function opened(delivery: Delivery): Promise<Delivery> {
    const { sentTo, subject, text } = delivery;
    return { ...delivery, ...(await sealedTexts.open({ sentTo, subject, text }, placeOf(delivery))) };
  }

  async function createIndexes(): Promise<void> {
    await deliveries.createIndexes();
  }

  return {
    ...createNewDeliveryStore(connection),
    claim,
    markSending,
    markSent,
    markUnsent,
    retry,
    releaseExpired,
    giveBack,
    undelivered,
    putOffUndelivered,
    markFailed,
    isOvertaken,
    withIds,
    unsent,
    unsentOfDigest,
    ofCase,
    opened,
    createIndexes,
  };
}

const placeOf = ({ id, caseId }: Pick<Delivery, 'id' | 'caseId'>) => ({ caseId, place: `deliveries/${id}` });

/** What a row is that was written when there was only mail to members of staff. */
const MAIL_TO_STAFF = { workerId: null, digest: null, sentAs: null, repeatable: false };

export function toDelivery({ _id, ...rest }: DeliveryDocument): Delivery {
  return { ...MAIL_TO_STAFF, ...rest, id: _id };
}
