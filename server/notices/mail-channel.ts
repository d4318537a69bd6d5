import type { AccountStore } from '../accounts/account-store.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { DeliveryMaterial, NoticeChannel, NoticeMaterial, SendOutcome } from './notice-channel.ts';

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

/** One mail of several notices to one account, and what it says of each. */
export type RenderDigest = (
  materials: readonly NoticeMaterial[],
) => Pick<Mail, 'subject' | 'text'> & { texts: string[] };

export interface MailChannelDependencies {
  mailer: Mailer;
  render: RenderNotice;
  renderDigest: RenderDigest;
  accounts: AccountStore;
  now: () => Date;
}

/** A day of a mail server that answers nothing but "later", at five minutes from one attempt to the next. */
const MOST_ATTEMPTS = 288;

/** Mail to members of staff. An address that a server called dead is kept and not tried again until it changes. */
export function mailChannel(dependencies: MailChannelDependencies): NoticeChannel {
  const { mailer, render, renderDigest, accounts, now } = dependencies;
  return {
    repeatable: false,
    mostAttempts: MOST_ATTEMPTS,
    write: (material) => {
      const toStaff = forStaff(material);
      if (toStaff === null) return { obstacle: 'the addressee has no mail address' };
      const { email, deadAddress, displayName } = toStaff.account;
      if (email === null) return { obstacle: 'the addressee has no mail address' };
      if (deadAddress?.address === email) {
        return {
          obstacle: `the address has been dead since ${legalDayOf(deadAddress.since)}: ${deadAddress.answer}`,
        };
      }
      return { to: { name: displayName, address: email }, ...render(toStaff) };
    },
    writeDigest: (materials) => {
      const toStaff = materials.flatMap((material) => forStaff(material) ?? []);
      const { texts, ...words } = renderDigest(toStaff);
      const [{ displayName, email } = NOBODY] = toStaff.map(({ account }) => account);
      return { letter: { to: { name: displayName, address: email ?? '' }, ...words }, texts };
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

const NOBODY = { displayName: '', email: null };

function forStaff({ addressee, notice, ...rest }: DeliveryMaterial) {
  if (addressee.kind !== 'staff' || notice.kind === 'case-event') return null;
  return { ...rest, notice, account: addressee.account };
}
