import type { MailOutcome } from '../server/notices/send-notice.ts';

type MayBegin = () => Promise<boolean>;
type Send<Message> = (message: Message, mayBegin: MayBegin) => Promise<MailOutcome>;

interface HandOver {
  /** From here on the other side may have the message. */
  hasBegun: boolean;
  end: (outcome: MailOutcome) => void;
}

export interface HandOvers {
  /** The same way of sending, watched. */
  watch: <Message>(send: Send<Message>) => Send<Message>;
  /** Ends all that have not begun and begins no more. */
  callOff: () => void;
  /** Ends those that have begun, too: nobody waits for their answers any longer. */
  giveUp: () => void;
}

/** The messages that this worker is handing over, so that it can come to an end without a claim left behind. */
export function handOvers(): HandOvers {
  const underWay = new Set<HandOver>();
  let isCalledOff = false;

  function watch<Message>(send: Send<Message>): Send<Message> {
    return async (message, mayBegin) => {
      if (isCalledOff) return { kind: 'called-off' };
      let end: HandOver['end'] = () => {};
      const ended = new Promise<MailOutcome>((resolve) => {
        end = resolve;
      });
      const one: HandOver = { hasBegun: false, end };
      underWay.add(one);
      const sent = send(message, async () => {
        if (isCalledOff) return false;
        one.hasBegun = true;
        return mayBegin();
      });
      return Promise.race([sent, ended]).finally(() => underWay.delete(one));
    };
  }

  function callOff(): void {
    isCalledOff = true;
    for (const { hasBegun, end } of underWay) if (!hasBegun) end({ kind: 'called-off' });
  }

  function giveUp(): void {
    const answer = 'the worker was told to stop before the other side had answered';
    for (const { end } of underWay) end({ kind: 'in-doubt', answer });
  }

  return { watch, callOff, giveUp };
}
