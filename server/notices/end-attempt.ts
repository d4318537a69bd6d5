import type { CaseRevisitStore } from '../cases/case-revisit-store.ts';
import type { Claim } from './claim-store.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { NoticeChannel, SendOutcome } from './notice-channel.ts';
import type { NoticePace } from './notice-pace.ts';
import { ADDRESSED_ANEW, type WhyNotSent } from './read-material.ts';

export interface EndDependencies {
  deliveries: DeliveryStore;
  revisitCases: Pick<CaseRevisitStore, 'soon'>;
  pace: NoticePace;
  now: () => Date;
}

export type SendResult = 'not-ours' | 'skipped' | 'sent' | 'failed' | 'retry' | 'held' | 'stopped' | 'broken';

/**
 * Ends a row that is not to go out. Where its notice is for others now, the sweep is asked first to look at the case
 * again, so that a crash between the two loses nobody's notice.
 */
export async function skip(
  delivery: Delivery,
  outcome: WhyNotSent,
  { deliveries, revisitCases, now }: EndDependencies,
): Promise<'skipped'> {
  if (outcome === ADDRESSED_ANEW) await revisitCases.soon([delivery.caseId], now());
  await deliveries.markUnsent(delivery, { state: 'skipped', outcome });
  return 'skipped';
}

async function hold(claim: Claim, outcome: string, deliveries: DeliveryStore): Promise<'held'> {
  await deliveries.markUnsent(claim, { state: 'held', outcome });
  return 'held';
}

/** The sweep finds the next channel for it. */
export async function fail(claim: Claim, outcome: string, deliveries: DeliveryStore): Promise<'failed'> {
  await deliveries.markUnsent(claim, { state: 'undelivered', outcome });
  return 'failed';
}

/** A row that was late to its turn waits until its addressee may be written to again. */
export async function postpone(claim: Claim, opensAt: Date, deliveries: DeliveryStore): Promise<'retry'> {
  await deliveries.retry(claim, { nextAttemptAt: opensAt, outcome: 'waits for the hours of its addressee' });
  return 'retry';
}

/** Another attempt, after a pause that grows. */
export async function putOff(
  delivery: Delivery,
  outcome: string,
  { deliveries, pace, now }: EndDependencies,
): Promise<'retry'> {
  const nextAttemptAt = new Date(now().getTime() + pauseMs(pace, delivery.attempts));
  await deliveries.retry(delivery, { nextAttemptAt, outcome });
  return 'retry';
}

/** Nothing that the addressee could help: however long it takes us to mend it, the attempts do not count. */
async function waitForUs(
  delivery: Delivery,
  outcome: string,
  { deliveries, pace, now }: EndDependencies,
): Promise<'stopped'> {
  const nextAttemptAt = new Date(now().getTime() + pauseMs(pace, Number.POSITIVE_INFINITY));
  await deliveries.retry(delivery, { nextAttemptAt, outcome, counts: false });
  return 'stopped';
}

/** Notes what the other side said, or did not say, in the row. */
export async function noteOutcome(
  { kind, answer }: Exclude<SendOutcome, { kind: 'called-off' }>,
  { delivery, channel }: { delivery: Delivery; channel: NoticeChannel },
  dependencies: EndDependencies,
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

function pauseMs({ retryPausesMs }: NoticePace, attempts: number): number {
  return retryPausesMs[attempts - 1] ?? retryPausesMs.at(-1) ?? retryPausesMs[0];
}
