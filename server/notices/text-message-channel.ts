import { mayBeTexted } from '../domain/consent.ts';
import type { DeliveryMaterial, NoticeChannel, SendOutcome } from './notice-channel.ts';

/** A text message as it goes out; the same delivery always has the same id. */
export interface TextMessage {
  id: string;
  /** Digits, with + and the country where it is not China. */
  to: string;
  text: string;
}

/** Whoever hands text messages to the telephone network. */
export interface TextMessageProvider {
  /** It knows a message again by its id, so one in doubt may be sent again. */
  idempotent: boolean;
  send: (message: TextMessage, mayBegin: () => Promise<boolean>) => Promise<SendOutcome>;
}

export interface TextMessageChannelDependencies {
  provider: TextMessageProvider;
  render: (material: DeliveryMaterial) => string;
}

/** Four hours at five minutes from one attempt to the next: then a person telephones. */
const MOST_ATTEMPTS = 48;
const CHINESE_MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;
const FOREIGN = /^\+(?!86)\d{7,15}$/;

/** Text messages to workers who allowed them, and to nobody else. */
export function textMessageChannel({ provider, render }: TextMessageChannelDependencies): NoticeChannel {
  return {
    repeatable: provider.idempotent,
    mostAttempts: MOST_ATTEMPTS,
    write: (material) => {
      const { addressee } = material;
      if (addressee.kind !== 'worker' || !mayBeTexted(addressee.worker)) {
        return { obstacle: 'the addressee has not allowed text messages' };
      }
      const to = mobileNumber(addressee.worker.phone);
      if (to === null) return { obstacle: 'the addressee has no mobile number' };
      return { to: { name: '', address: to }, subject: null, text: render(material) };
    },
    send: ({ delivery, letter }, mayBegin) =>
      provider.send({ id: delivery.id, to: letter.to.address, text: letter.text }, mayBegin),
  };
}

/** The number without spaces and dashes, or null where no text message can reach it. */
export function mobileNumber(phone: string | null): string | null {
  const digits = phone?.replaceAll(/[\s-]/g, '') ?? '';
  return CHINESE_MOBILE.exec(digits)?.[1] ?? (FOREIGN.test(digits) ? digits : null);
}
