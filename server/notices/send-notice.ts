import type { CaseStore } from '../cases/case-store.ts';
import { isDatabaseFault } from '../database/database-errors.ts';
import type { Calendar } from '../domain/calendar.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import { isOfSameDeadline, isUrgent, noticesDue, noticesOf, reminderKeyStart } from '../domain/notices.ts';
import { nextWorkingInstant } from '../domain/working-hours.ts';
import { organisationOf } from '../organisations/organisation-of.ts';
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

export type SendResult = 'not-ours' | 'skipped' | 'sent' | 'failed' | 'retry' | 'held' | 'stopped';

const MOVED_ON = 'no longer true when its turn came';
const OVERTAKEN = 'a newer reminder of the same deadline is due to the same addressee';

/**
 * Sends one row of the ledger, if it is still due, still true and nobody else has it. Running it twice, or dying
 * anywhere in it, sends nothing twice: the row is marked before the message begins.
 */
export function sendNotice(dependencies: SendNoticeDependencies) {
  const { deliveries, channels, pace, workerId, now } = dependencies;
  return async (deliveryId: string): Promise<SendResult> => {
    const at = now();
    const leaseUntil = new Date(at.getTime() + pace.leaseMs);
    const delivery = await deliveries.claim(deliveryId, { workerId, now: at, leaseUntil });
    if (delivery === null) return 'not-ours';
    const handing = await prepare(delivery, { at, ...dependencies });
    if (typeof handing === 'string') return handing;
    const channel = channels[delivery.channel];
    let no: SendResult = 'not-ours';
    const outcome = await channel.send(handing, async () => {
      const word = await mayBegin(handing, { checkedAt: at, channel }, dependencies);
      if (word !== 'go') no = word;
      return word === 'go';
    });
    return outcome.kind === 'called-off' ? no : note(outcome, { delivery, channel }, dependencies);
  };
}

interface Preparation extends SendNoticeDependencies {
  at: Date;
}

/** What is to be handed over, or what became of the row where nothing is. */
async function prepare(delivery: Delivery, preparation: Preparation): Promise<HandOver | SendResult> {
  const { at, deliveries, channels, calendar } = preparation;
  try {
    const material = await materialOf(delivery, at, preparation);
    if (typeof material === 'string') return await skip(delivery, material, deliveries);
    const { addressee, organisation } = material;
    const desk = deskFor(delivery.channel, addressee, { organisation, calendar });
    const opensAt = isUrgent(material.notice) ? at : nextWorkingInstant(at, desk);
    if (opensAt > at) return await postpone(delivery, opensAt, deliveries);
    const letter = channels[delivery.channel].write(material);
    if ('obstacle' in letter) return await fail(delivery, letter.obstacle, deliveries);
    return { delivery, letter, material };
  } catch (error) {
    if (isDatabaseFault(error)) throw error;
    // The case cannot be dealt with, as it is now; nothing has been handed over.
    return putOff(delivery, error instanceof Error ? error.message : String(error), preparation);
  }
}

/** The notice, its case and its addressee, read again; or why it is not to be sent any more. */
async function materialOf(
  delivery: Delivery,
  at: Date,
  { cases, organisations, deliveries, findAddressee, calendar }: SendNoticeDependencies,
): Promise<DeliveryMaterial | typeof MOVED_ON | typeof OVERTAKEN> {
  const subject = await cases.find(delivery.caseId, {});
  if (subject === null) return MOVED_ON;
  const organisation = await organisationOf(subject, organisations);
  const notices = noticesOf(subject, noticeContext(subject, organisation, calendar));
  // A row is written when its notice is due: a clock that was set back since then must not make it too early.
  const dueBy = new Date(Math.max(at.getTime(), delivery.nextAttemptAt.getTime()));
  const due = noticesDue(notices, dueBy);
  const notice = notices.find(({ key }) => key === delivery.noticeKey);
  const addressee = await findAddressee(subject, delivery);
  if (notice === undefined || notice.at > dueBy || addressee === null) return MOVED_ON;
  if (!due.includes(notice)) return notice.kind === 'deadline-reminder' ? OVERTAKEN : MOVED_ON;
  // The heads stand in for a mediator or supervisor that there is not: one person, two roles, one reminder.
  if (notice.kind === 'deadline-reminder' && due.some((other) => isOfSameDeadline(other, notice))) {
    if (await deliveries.isOvertaken(delivery, reminderKeyStart(notice))) return OVERTAKEN;
  }
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
    const material = await materialOf(delivery, known, dependencies);
    if (typeof material === 'string') return skip(delivery, material, deliveries);
  }
  return 'go';
}

async function skip(claim: Claim, outcome: string, deliveries: DeliveryStore): Promise<'skipped'> {
  await deliveries.markUnsent(claim, { state: 'skipped', outcome });
  return 'skipped';
}

async function hold(claim: Claim, outcome: string, deliveries: DeliveryStore): Promise<'held'> {
  await deliveries.markUnsent(claim, { state: 'held', outcome });
  return 'held';
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
  dependencies: SendNoticeDependencies,
): Promise<SendResult> {
  const { deliveries, now } = dependencies;
  switch (kind) {
    case 'sent':
      await deliveries.markSent(delivery, { sentAt: now(), outcome: answer });
      return 'sent';
    case 'refused':
      return fail(delivery, answer, deliveries);
    case 'in-doubt':
      if (!channel.repeatable) return hold(delivery, answer, deliveries);
      break;
    case 'our-fault':
      return waitForUs(delivery, answer, dependencies);
    case 'not-now':
      break;
  }
  if (delivery.attempts >= channel.mostAttempts) return fail(delivery, answer, deliveries);
  return putOff(delivery, answer, dependencies);
}

/** Another attempt, after a pause that grows. */
async function putOff(
  delivery: Delivery,
  outcome: string,
  { deliveries, pace, now }: SendNoticeDependencies,
): Promise<'retry'> {
  const nextAttemptAt = new Date(now().getTime() + pauseMs(pace, delivery.attempts));
  await deliveries.retry(delivery, { nextAttemptAt, outcome });
  return 'retry';
}

/** Nothing that the addressee could help: however long it takes us to mend it, the attempts do not count. */
async function waitForUs(
  delivery: Delivery,
  outcome: string,
  { deliveries, pace, now }: SendNoticeDependencies,
): Promise<'stopped'> {
  const nextAttemptAt = new Date(now().getTime() + pauseMs(pace, Number.POSITIVE_INFINITY));
  await deliveries.retry(delivery, { nextAttemptAt, outcome, counts: false });
  return 'stopped';
}

function pauseMs({ retryPausesMs }: NoticePace, attempts: number): number {
  return retryPausesMs[attempts - 1] ?? retryPausesMs.at(-1) ?? retryPausesMs[0];
}
