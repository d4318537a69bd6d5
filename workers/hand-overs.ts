import type { NoticeChannel, NoticeChannels, SendOutcome } from '../server/notices/notice-channel.ts';

type Send = NoticeChannel['send'];

interface HandOver {
  /** From here on the other side may have the message. */
  hasBegun: boolean;
  end: (outcome: SendOutcome) => void;
}

export interface HandOvers {
  /** The same channels, watched. */
  watchAll: (channels: NoticeChannels) => NoticeChannels;
  /** Ends all that have not begun and begins no more. */
  callOff: () => void;
  /** Ends those that have begun, too: nobody waits for their answers any longer. */
  giveUp: () => void;
}

/** The messages that this worker is handing over, so that it can come to an end without a claim left behind. */
export function handOvers(): HandOvers {
  const underWay = new Set<HandOver>();
  let isCalledOff = false;

  function watch(send: Send): Send {
    return async (handOver, mayBegin) => {
      if (isCalledOff) return { kind: 'called-off' };
      let end: HandOver['end'] = () => {};
      const ended = new Promise<SendOutcome>((resolve) => {
        end = resolve;
      });
      const one: HandOver = { hasBegun: false, end };
      underWay.add(one);
      const sent = send(handOver, async () => {
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

  const watched = (channel: NoticeChannel): NoticeChannel => ({ ...channel, send: watch(channel.send) });

  function watchAll(channels: NoticeChannels): NoticeChannels {
    return {
      mail: watched(channels.mail),
      'text-message': watched(channels['text-message']),
      telephone: watched(channels.telephone),
      webhook: watched(channels.webhook),
    };
  }

  return { watchAll, callOff, giveUp };
}
