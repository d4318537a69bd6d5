import type { MailOutcome } from '../../server/notices/mail-channel.ts';

/** From one try to the next while the server refuses this service itself: a login in vain may lock an account. */
const PAUSE_MS = 60_000;
/** Rows are tried every 5 min at the least (notice-pace.ts): a refusal that nobody has met for longer may be over. */
const STANDS_MS = 10 * 60_000;

/** Remembers that the mail server refuses our login or our sender, so that not every mail has to find it out. */
export function mailStop(now: () => Date) {
  let refusal: { answer: string; atMs: number } | null = null;

  function within(ms: number): string | null {
    return refusal !== null && now().getTime() < refusal.atMs + ms ? refusal.answer : null;
  }

  return {
    /** What the server said a moment ago, while it is not worth asking again. */
    current: () => within(PAUSE_MS),
    /** What stands in the way of all mail, for those who run the service. */
    fault: () => within(STANDS_MS),
    /** Notes what became of a mail; an answer to its recipient means that we are not refused any more. */
    note: ({ kind, ...outcome }: MailOutcome): void => {
      if (kind === 'our-fault' && 'answer' in outcome) {
        refusal = { answer: outcome.answer, atMs: now().getTime() };
      } else if (kind === 'sent' || kind === 'refused') refusal = null;
    },
  };
}
