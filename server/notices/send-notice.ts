import type { Account, AccountStore } from '../accounts/account-store.ts';
import type { CaseStore } from '../cases/case-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { type LegalDay, legalDayOf } from '../domain/legal-day.ts';
import { type Notice, noticesOf } from '../domain/notices.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { Claim, Delivery, DeliveryStore } from './delivery-store.ts';
import { noticeContext } from './notice-context.ts';

/** A mail as it goes out; the same delivery always has the same Message-ID. */
export interface Mail {
  deliveryId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/** What became of a hand-over: taken, refused for good, refused for now, or nobody can know. */
export type MailOutcome = { kind: 'sent' | 'refused' | 'not-now' | 'in-doubt'; answer: string };

export interface Mailer {
  send: (mail: Mail) => Promise<MailOutcome>;
}

/** What a notice is written from. */
export interface NoticeMaterial {
  notice: Notice;
  subject: MediationCase;
  organisation: Organisation;
  account: Account;
  calendar: Calendar;
  /** The day on which it goes out. */
  today: LegalDay;
}

export type RenderNotice = (material: NoticeMaterial) => Pick<Mail, 'subject' | 'text'>;

export interface SendNoticeDependencies {
  cases: CaseStore;
  accounts: AccountStore;
  organisations: OrganisationStore;
  deliveries: DeliveryStore;
  calendar: Calendar;
  mailer: Mailer;
  render: RenderNotice;
  now: () => Date;
}

export type SendResult = 'not-ours' | 'skipped' | 'sent' | 'failed' | 'retry' | 'held';

/** Longer than the mailer waits for its server, so that a living worker never loses its claim. */
const LEASE_MS = 90_000;
/** Attempts begin half a minute apart; after recovery nothing waits longer than five. */
const RETRY_STEPS_MS = [30_000, 60_000, 120_000, 300_000];

/**
 * Sends one row of the ledger, if it is still due, still true and nobody else has it. Running it twice, or dying
 * anywhere in it, sends nothing twice: the row is marked before the mail is handed over.
 */
export function sendNotice(dependencies: SendNoticeDependencies) {
  const { deliveries, accounts, mailer, render, calendar, now } = dependencies;
  return async (deliveryId: string): Promise<SendResult> => {
    const at = now();
    const delivery = await deliveries.claim(deliveryId, {
      now: at,
      leaseUntil: new Date(at.getTime() + LEASE_MS),
    });
    if (delivery === null) return 'not-ours';
    const material = await stillTrue(delivery, dependencies);
    if (material === null) {
      await deliveries.markUnsent(delivery, {
        state: 'skipped',
        outcome: 'no longer true when its turn came',
      });
      return 'skipped';
    }
    const account = delivery.accountId === null ? null : await accounts.findById(delivery.accountId);
    if (account?.email == null) {
      await deliveries.markUnsent(delivery, {
        state: 'failed',
        outcome: 'the addressee has no mail address',
      });
      return 'failed';
    }
    const { subject, text } = render({ ...material, account, calendar, today: legalDayOf(at) });
    const owned = await deliveries.markSending(delivery, { sentTo: account.email, subject, text });
    if (!owned) return 'not-ours';
    const to = { name: account.displayName, address: account.email };
    const outcome = await mailer.send({ deliveryId, to, subject, text });
    return note(outcome, delivery, { deliveries, at: now() });
  };
}

/** The notice and its case, read again; null when the case has moved on and the notice with it. */
async function stillTrue(
  { caseId, noticeKey }: Delivery,
  { cases, organisations, calendar }: SendNoticeDependencies,
): Promise<Omit<NoticeMaterial, 'account' | 'calendar' | 'today'> | null> {
  const subject = await cases.find(caseId, {});
  const organisation = subject === null ? null : await organisations.find(subject.organisationId);
  if (subject === null || organisation === null) return null;
  const notice = noticesOf(subject, noticeContext(organisation, calendar)).find(
    ({ key }) => key === noticeKey,
  );
  return notice === undefined ? null : { notice, subject, organisation };
}

async function note(
  { kind, answer }: MailOutcome,
  claim: Claim & Pick<Delivery, 'attempts'>,
  { deliveries, at }: { deliveries: DeliveryStore; at: Date },
): Promise<SendResult> {
  switch (kind) {
    case 'sent':
      await deliveries.markSent(claim, { sentAt: at, outcome: answer });
      return 'sent';
    case 'refused':
      await deliveries.markUnsent(claim, { state: 'failed', outcome: answer });
      return 'failed';
    case 'in-doubt':
      await deliveries.markUnsent(claim, { state: 'held', outcome: answer });
      return 'held';
    case 'not-now':
      await deliveries.retry(claim, {
        nextAttemptAt: new Date(at.getTime() + pause(claim.attempts)),
        outcome: answer,
      });
      return 'retry';
  }
}

function pause(attempts: number): number {
  return RETRY_STEPS_MS[Math.min(attempts, RETRY_STEPS_MS.length) - 1] ?? 0;
}
