import { createHash } from 'node:crypto';
import { legalDayOf } from '../domain/legal-day.ts';
import { mayWaitUntil, type Notice } from '../domain/notices.ts';
import type { ChannelName } from '../domain/reminder-settings.ts';
import { nextDigestInstant, nextWorkingInstant } from '../domain/working-hours.ts';
import { type Addressee, deskFor, type Office } from './addressee.ts';
import type { Delivery } from './delivery.ts';

/** What a row is about, whichever way it goes. */
export type DeliverySubject = Pick<
  Delivery,
  'caseId' | 'organisationPath' | 'noticeKind' | 'noticeKey' | 'dueAt'
>;

/** A row before anybody has touched it. */
export type NewDelivery = DeliverySubject &
  Pick<Delivery, 'id' | 'accountId' | 'workerId' | 'channel' | 'digest' | 'nextAttemptAt' | 'outcome'> & {
    state: 'due' | 'undelivered';
  };

export interface DeliveryWay {
  addressee: Addressee;
  channel: ChannelName;
  office: Office;
  at: Date;
  /** It goes out at once, whatever the hour. */
  urgent?: boolean;
  /** Why it goes this way, where another one failed. */
  outcome?: string | null;
}

/** A row that waits for the hours of its addressee. Its id is what it is: writing it twice changes nothing. */
export function newDelivery(about: DeliverySubject, way: DeliveryWay): NewDelivery {
  const { addressee, channel, office, at, urgent = false, outcome = null } = way;
  const accountId = addressee.kind === 'staff' ? addressee.account.id : null;
  const workerId = addressee.kind === 'worker' ? addressee.worker.id : null;
  return {
    id: deliveryId(about, channel, accountId ?? workerId),
    caseId: about.caseId,
    organisationPath: about.organisationPath,
    noticeKind: about.noticeKind,
    noticeKey: about.noticeKey,
    dueAt: about.dueAt,
    accountId,
    workerId,
    channel,
    nextAttemptAt: urgent ? at : nextWorkingInstant(at, deskFor(channel, addressee, office)),
    digest: null,
    state: 'due',
    outcome,
  };
}

/** The row of a notice that can wait, to somebody who wants one mail a day. */
export function waitingForDigest(row: NewDelivery, notice: Notice, way: DeliveryWay): NewDelivery {
  const { addressee, channel, office, at } = way;
  if (channel !== 'mail' || addressee.kind !== 'staff' || !addressee.account.dailyDigest) return row;
  const leavesAt = nextDigestInstant(at, deskFor(channel, addressee, office));
  const leavesOn = legalDayOf(leavesAt);
  if (!mayWaitUntil(notice, leavesOn)) return row;
  return { ...row, digest: `${addressee.account.id}/${leavesOn}`, nextAttemptAt: leavesAt };
}

/** A notice that nobody can get does not vanish: the first way to it stands in the ledger as failed. */
export function deliveryToNobody(about: DeliverySubject, outcome: string): NewDelivery {
  const channel = 'mail';
  return {
    ...about,
    id: deliveryId(about, channel, null),
    accountId: null,
    workerId: null,
    channel,
    digest: null,
    nextAttemptAt: about.dueAt,
    state: 'undelivered',
    outcome,
  };
}

function deliveryId(
  { caseId, noticeKey }: DeliverySubject,
  channel: ChannelName,
  addresseeId: string | null,
): string {
  return createHash('sha256')
    .update(JSON.stringify([caseId, noticeKey, channel, addresseeId]))
    .digest('hex');
}
