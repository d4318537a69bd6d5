import type { CaseStore } from '../cases/case-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import { isUrgent, noticesDue, noticesOf } from '../domain/notices.ts';
import { nextWorkingInstant } from '../domain/working-hours.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { deskFor } from './addressee.ts';
import type { Claim, Delivery, DeliveryStore } from './delivery-store.ts';
import type { FindAddressee } from './find-addressee.ts';
import type {
  DeliveryMaterial,
  HandOver,
  NoticeChannel,
  NoticeChannels,
  SendOutcome,
} from './notice-channel.ts';
import { noticeContext } from './notice-context.ts';
import type { NoticePace } from './notice-pace.ts';

export interface SendNoticeDependencies {
  cases: CaseStore;
  organisations: OrganisationStore;
  deliveries: DeliveryStore;
  findAddressee: FindAddressee;
  calendar: Calendar;
  channels: NoticeChannels;
  pace: NoticePace;
  /** Names this worker in the rows that it claims. */
  workerId: string;
  now: () => Date;
}

export type SendResult = 'not-ours' | 'skipped' | 'sent' | 'failed' | 'retry' | 'held';

const MOVED_ON = { state: 'skipped', outcome: 'no longer true when its turn came' } as const;

/**
 * Sends one row of the ledger, if it is still due, still true and nobody else has it. Running it twice, or dying
 * anywhere in it, sends nothing twice: the row is marked before the message begins.
 */
export function sendNotice(dependencies: SendNoticeDependencies) {
  const { deliveries, channels, calendar, pace, workerId, now } = dependencies;
  return async (deliveryId: string): Promise<SendResult> => {
    const at = now();
    const leaseUntil = new Date(at.getTime() + pace.leaseMs);
    const delivery = await deliveries.claim(deliveryId, { workerId, now: at, leaseUntil });
    if (delivery === null) return 'not-ours';
    const material = await materialOf(delivery, at, dependencies);
    if (material === null) return end(delivery, MOVED_ON, deliveries);
    const { addressee, organisation } = material;
    const desk = deskFor(delivery.channel, addressee, { organisation, calendar });
    const opensAt = isUrgent(material.notice) ? at : nextWorkingInstant(at, desk);
    if (opensAt > at) return postpone(delivery, opensAt, deliveries);
    const channel = channels[delivery.channel];
    const letter = channel.write(material);
    if ('obstacle' in letter) return fail(delivery, letter.obstacle, deliveries);
    const handing = { delivery, letter, material };
    let no: SendResult = 'not-ours';
    const outcome = await channel.send(handing, async () => {
      const word = await mayBegin(handing, { checkedAt: at, channel }, dependencies);
      if (word !== 'go') no = word;
      return word === 'go';
    });
    return outcome.kind === 'called-off' ? no : note(outcome, { delivery, channel }, dependencies);
  };
}

/** The notice, its case and its addressee, read again; null when one has moved on, or a later notice took its place. */
async function materialOf(
  delivery: Delivery,
  at: Date,
  { cases, organisations, findAddressee, calendar }: SendNoticeDependencies,
): Promise<DeliveryMaterial | null> {
  const subject = await cases.find(delivery.caseId, {});
  const organisation = subject === null ? null : await organisations.find(subject.organisationId);
  if (subject === null || organisation === null) return null;
  const notices = noticesOf(subject, noticeContext(subject, organisation, calendar));
  // A row is written when its notice is due: a clock that was set back since then must not make it too early.
  const dueBy = new Date(Math.max(at.getTime(), delivery.nextAttemptAt.getTime()));
  const notice = noticesDue(notices, dueBy).find(({ key }) => key === delivery.noticeKey);
  const addressee = await findAddressee(subject, delivery);
  if (notice === undefined || addressee === null) return null;
  return { notice, subject, organisation, addressee, calendar, today: legalDayOf(at) };
}

/**
 * The last look before a message begins: whether the row is still ours, which the mark decides, and whether the
 * notice is still true, where a slow server or a pause of this process has made that knowledge old.
 */
async function mayBegin(
  { delivery, letter }: HandOver,
  { checkedAt, channel }: { checkedAt: Date; channel: NoticeChannel },
  dependencies: SendNoticeDependencies,
): Promise<'go' | 'not-ours' | 'skipped'> {
  const { deliveries, pace, now } = dependencies;
  const handedOverAt = now();
  const leaseUntil = new Date(handedOverAt.getTime() + pace.leaseMs);
  const { to, subject, text } = letter;
  const { repeatable } = channel;
  const ours = { sentTo: to.address, subject, text, repeatable, handedOverAt, leaseUntil };
  if (!(await deliveries.markSending(delivery, ours))) return 'not-ours';
  for (let known = checkedAt; now().getTime() - known.getTime() > pace.freshMs; ) {
    known = now();
    if ((await materialOf(delivery, known, dependencies)) !== null) continue;
    return end(delivery, MOVED_ON, deliveries);
  }
  return 'go';
}

async function end<State extends 'skipped' | 'held'>(
  claim: Claim,
  { state, outcome }: { state: State; outcome: string },
  deliveries: DeliveryStore,
): Promise<State> {
  await deliveries.markUnsent(claim, { state, outcome });
  return state;
}

/** The sweep finds the next channel for it. */
async function fail(claim: Claim, outcome: string, deliveries: DeliveryStore): Promise<'failed'> {
  await deliveries.markUnsent(claim, { state: 'undelivered', outcome });
  return 'failed';
}

/** A row that was late to its turn waits until its addressee may be written to again. */
async function postpone(claim: Claim, opensAt: Date, deliveries: DeliveryStore): Promise<'retry'> {
  await deliveries.retry(claim, { nextAttemptAt: opensAt, outcome: 'waits for the hours of its addressee' });
  return 'retry';
}

async function note(
  { kind, answer }: Exclude<SendOutcome, { kind: 'called-off' }>,
  { delivery, channel }: { delivery: Delivery; channel: NoticeChannel },
  { deliveries, pace, now }: SendNoticeDependencies,
): Promise<SendResult> {
  const at = now();
  switch (kind) {
    case 'sent':
      await deliveries.markSent(delivery, { sentAt: at, outcome: answer });
      return 'sent';
    case 'refused':
      return fail(delivery, answer, deliveries);
    case 'in-doubt':
      if (!channel.repeatable) return end(delivery, { state: 'held', outcome: answer }, deliveries);
      break;
    case 'not-now':
      break;
  }
  if (delivery.attempts >= channel.mostAttempts) return fail(delivery, answer, deliveries);
  const nextAttemptAt = new Date(at.getTime() + pauseMs(pace, delivery.attempts));
  await deliveries.retry(delivery, { nextAttemptAt, outcome: answer });
  return 'retry';
}

function pauseMs({ retryPausesMs }: NoticePace, attempts: number): number {
  return retryPausesMs[attempts - 1] ?? retryPausesMs.at(-1) ?? retryPausesMs[0];
}
