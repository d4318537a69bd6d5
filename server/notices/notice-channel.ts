import type { Account } from '../accounts/account-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import type { LegalDay } from '../domain/legal-day.ts';
import type { Notice, PersonalNotice } from '../domain/notices.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { ChannelName } from '../domain/reminder-settings.ts';
import type { Addressee } from './addressee.ts';
import type { Delivery } from './delivery.ts';

/** What a notice to a member of staff is written from. */
export interface NoticeMaterial {
  notice: PersonalNotice;
  subject: MediationCase;
  organisation: Organisation;
  account: Pick<Account, 'displayName' | 'organisationId'>;
  calendar: Calendar;
  /** The day on which it goes out. */
  today: LegalDay;
}

/** What a delivery is made from: the notice and its case as they are now, and who gets it. */
export interface DeliveryMaterial extends Omit<NoticeMaterial, 'account' | 'notice'> {
  notice: Notice;
  addressee: Addressee;
}

/** A notice as it goes out. */
export interface Letter {
  to: { name: string; address: string };
  subject: string | null;
  text: string;
}

/** Several notices to one addressee as one message, and what it says of each of them. */
export interface Digest {
  letter: Letter;
  texts: string[];
}

/** One delivery about to leave. Its id is the same at every attempt. */
export interface HandOver {
  delivery: Delivery;
  letter: Letter;
  material: DeliveryMaterial;
}

/**
 * What became of a hand-over: taken, refused for good, refused for now, nobody can know; refused because of ourselves,
 * whoever it was for; or we said no.
 */
export type SendOutcome =
  | { kind: 'sent' | 'refused' | 'not-now' | 'in-doubt' | 'our-fault'; answer: string }
  | { kind: 'called-off' };

/** One way to reach somebody. */
export interface NoticeChannel {
  /** The other side knows a delivery again by its id, so one in doubt may be sent again. */
  repeatable: boolean;
  /** After so many attempts in vain the next way is tried. */
  mostAttempts: number;
  /** What goes out and whereto, or why this way is closed to the addressee. */
  write: (material: DeliveryMaterial) => Letter | { obstacle: string };
  /** As one message what `write` has written one by one; without it each goes by itself. */
  writeDigest?: (materials: readonly DeliveryMaterial[]) => Digest;
  /** Asks `mayBegin` when the other side is ready; without a yes nothing goes out. */
  send: (handOver: HandOver, mayBegin: () => Promise<boolean>) => Promise<SendOutcome>;
}

export type NoticeChannels = Record<ChannelName, NoticeChannel>;
