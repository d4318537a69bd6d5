import type { AccountStore } from '../accounts/account-store.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { NoticeChannel, NoticeMaterial, SendOutcome } from './notice-channel.ts';

/** A mail as it goes out; the same delivery always has the same Message-ID. */
export interface Mail {
  deliveryId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/** What became of a mail; a refusal says whether it is the address that does not exist. */
export type MailOutcome = SendOutcome & { deadAddress?: boolean };

export interface Mailer {
  /** Asks `mayBegin` when the server is ready for the message; without a yes not a byte of it goes out. */
  send: (mail: Mail, mayBegin: () => Promise<boolean>) => Promise<MailOutcome>;
}

export type RenderNotice = (material: NoticeMaterial) => Pick<Mail, 'subject' | 'text'>;

export interface MailChannelDependencies {
  mailer: Mailer;
  render: RenderNotice;
  accounts: AccountStore;
  now: () => Date;
}

/** A day of a mail server that answers nothing but "later", at five minutes from one attempt to the next. */
const MOST_ATTEMPTS = 288;

/** Mail to members of staff. An address that a server called dead is kept and not tried again until it changes. */
export function mailChannel({ mailer, render, accounts, now }: MailChannelDependencies): NoticeChannel {
  return {
    repeatable: false,
    mostAttempts: MOST_ATTEMPTS,
    write: ({ addressee, notice, ...material }) => {
      if (addressee.kind !== 'staff' || notice.kind === 'case-event')
        return { obstacle: 'the addressee has no mail address' };
      const { account } = addressee;
      const { email, deadAddress, displayName } = account;
      if (email === null) return { obstacle: 'the addressee has no mail address' };
      if (deadAddress?.address === email) {
        return {
          obstacle: `the address has been dead since ${legalDayOf(deadAddress.since)}: ${deadAddress.answer}`,
        };
      }
      return { to: { name: displayName, address: email }, ...render({ ...material, notice, account }) };
    },
    send: async ({ delivery, letter }, mayBegin) => {
      const { to, text } = letter;
      const mail = { deliveryId: delivery.id, to, subject: letter.subject ?? '', text };
      const { deadAddress = false, ...outcome } = await mailer.send(mail, mayBegin);
      if (deadAddress && outcome.kind === 'refused' && delivery.accountId !== null) {
        const { answer } = outcome;
        await accounts.markDead(delivery.accountId, { address: to.address, since: now(), answer });
      }
      return outcome;
    },
  };
}
