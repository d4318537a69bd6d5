import type { Account, AccountStore } from '../accounts/account-store.ts';
import type { CaseStore } from '../cases/case-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { type LegalDay, legalDayOf } from '../domain/legal-day.ts';
import { type Notice, noticesDue, noticesOf } from '../domain/notices.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { Claim, Delivery, DeliveryStore } from './delivery-store.ts';
import { noticeContext } from './notice-context.ts';
import type { NoticePace } from './notice-pace.ts';

/** A mail as it goes out; the same delivery always has the same Message-ID. */
export interface Mail {
  deliveryId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/** What became of a hand-over: taken, refused for good, refused for now, nobody can know; or we said no. */
export type MailOutcome =
  | { kind: 'sent' | 'refused' | 'not-now' | 'in-doubt'; answer: string }
  | { kind: 'called-off' };

export interface Mailer {
  /** Asks `mayBegin` when the server is ready for the message; without a yes not a byte of it goes out. */
  send: (mail: Mail, mayBegin: () => Promise<boolean>) => Promise<MailOutcome>;
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
  pace: NoticePace;
  /** Names this worker in the rows that it claims. */
  workerId: string;
  now: () => Date;
}

export type SendResult = 'not-ours' | 'skipped' | 'sent' | 'failed' | 'retry' | 'held';

const MOVED_ON = 'no longer true when its turn came';

/**
 * Sends one row of the ledger, if it is still due, still true and nobody else has it. Running it twice, or dying
 * anywhere in it, sends nothing twice: the row is marked before the message begins.
 */
export function sendNotice(dependencies: SendNoticeDependencies) {
  const { deliveries, accounts, mailer, render, calendar, pace, workerId, now } = dependencies;
  return async (deliveryId: string): Promise<SendResult> => {
    const at = now();
    const leaseUntil = new Date(at.getTime() + pace.leaseMs);
    const delivery = await deliveries.claim(deliveryId, { workerId, now: at, leaseUntil });
    if (delivery === null) return 'not-ours';
    const material = await stillTrue(delivery, dependencies);
    if (material === null) return end(delivery, { state: 'skipped', outcome: MOVED_ON }, deliveries);
    const account = delivery.accountId === null ? null : await accounts.findById(delivery.accountId);
    if (account?.email == null) {
      return end(delivery, { state: 'failed', outcome: 'the addressee has no mail address' }, deliveries);
    }
    const { subject, text } = render({ ...material, account, calendar, today: legalDayOf(at) });
    const mail = { deliveryId, to: { name: account.displayName, address: account.email }, subject, text };
    let no: SendResult = 'not-ours';
    const outcome = await mailer.send(mail, async () => {
      const word = await handOver(delivery, { mail, checkedAt: at }, dependencies);
      if (word !== 'go') no = word;
      return word === 'go';
    });
    return outcome.kind === 'called-off' ? no : note(outcome, delivery, dependencies);
  };
}

/** The notice and its case, read again; null when the case has moved on, or a later notice has taken its place. */
async function stillTrue(
  { caseId, noticeKey, nextAttemptAt }: Delivery,
  { cases, organisations, calendar, now }: SendNoticeDependencies,
): Promise<Omit<NoticeMaterial, 'account' | 'calendar' | 'today'> | null> {
  const subject = await cases.find(caseId, {});
  const organisation = subject === null ? null : await organisations.find(subject.organisationId);
  if (subject === null || organisation === null) return null;
  const notices = noticesOf(subject, noticeContext(subject, organisation, calendar));
  // A row is written when its notice is due: a clock that was set back since then must not make it too early.
  const at = new Date(Math.max(now().getTime(), nextAttemptAt.getTime()));
  const notice = noticesDue(notices, at).find(({ key }) => key === noticeKey);
  return notice === undefined ? null : { notice, subject, organisation };
}

/**
 * The last look before a message begins: whether the row is still ours, which the mark decides, and whether the
 * notice is still true, where a slow server or a pause of this process has made that knowledge old.
 */
async function handOver(
  delivery: Delivery,
  { mail, checkedAt }: { mail: Mail; checkedAt: Date },
  dependencies: SendNoticeDependencies,
): Promise<'go' | 'not-ours' | 'skipped'> {
  const { deliveries, pace, now } = dependencies;
  const handedOverAt = now();
  const leaseUntil = new Date(handedOverAt.getTime() + pace.leaseMs);
  const { to, subject, text } = mail;
  const ours = { sentTo: to.address, subject, text, handedOverAt, leaseUntil };
  if (!(await deliveries.markSending(delivery, ours))) return 'not-ours';
  for (let known = checkedAt; now().getTime() - known.getTime() > pace.freshMs; ) {
    known = now();
    if ((await stillTrue(delivery, dependencies)) !== null) continue;
    return end(delivery, { state: 'skipped', outcome: MOVED_ON }, deliveries);
  }
  return 'go';
}

async function end<State extends 'skipped' | 'failed' | 'held'>(
  claim: Claim,
  { state, outcome }: { state: State; outcome: string },
  deliveries: DeliveryStore,
): Promise<State> {
  await deliveries.markUnsent(claim, { state, outcome });
  return state;
}

async function note(
  { kind, answer }: Exclude<MailOutcome, { kind: 'called-off' }>,
  claim: Claim & Pick<Delivery, 'attempts'>,
  { deliveries, pace, now }: SendNoticeDependencies,
): Promise<SendResult> {
  const at = now();
  switch (kind) {
    case 'sent':
      await deliveries.markSent(claim, { sentAt: at, outcome: answer });
      return 'sent';
    case 'refused':
      return end(claim, { state: 'failed', outcome: answer }, deliveries);
    case 'in-doubt':
      return end(claim, { state: 'held', outcome: answer }, deliveries);
    case 'not-now':
      await deliveries.retry(claim, {
        nextAttemptAt: new Date(at.getTime() + pauseMs(pace, claim.attempts)),
        outcome: answer,
      });
      return 'retry';
  }
}

function pauseMs({ retryPausesMs }: NoticePace, attempts: number): number {
  return retryPausesMs[attempts - 1] ?? retryPausesMs.at(-1) ?? retryPausesMs[0];
}
