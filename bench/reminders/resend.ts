import { deepEqual } from 'node:assert/strict';
import type { Turn } from '../frame/compare-turns.ts';
import { driverTurn } from '../frame/take-turn.ts';
import type { ReminderMail } from './reminder-mail.ts';
import { type Sink, type TakenMail, withSink } from './sink.ts';

/** As many as the worker has. */
export const CONNECTIONS = 5;

/** What the worker sent in its last turn, and what the sink took of it. */
export interface Sent {
  warmUp: ReminderMail[];
  items: ReminderMail[];
  taken: TakenMail[];
}

interface Resender {
  side: string;
  /** What the side is given of a mail. */
  form: (mails: readonly ReminderMail[]) => Promise<readonly unknown[]>;
}

/** Sends the mails of the worker's last turn again, to a fresh sink. */
export function resend(sent: Sent, { side, form }: Resender): Promise<Turn> {
  return withSink(async (sink) => {
    const turn = await driverTurn({
      side,
      start: { smtpUrl: sink.smtpUrl, connections: CONNECTIONS },
      warmUp: await form(sent.warmUp),
      items: await form(sent.items),
      concurrency: CONNECTIONS,
    });
    const taken = await sink.take(sent.warmUp.length + sent.items.length);
    const timed = taken.slice(sent.warmUp.length);
    await checkEachOnce(sent, timed, sink);
    return turn;
  });
}

/** Each mail of the ledger came once, none came late or twice, and its text is the one that the worker sent. */
export async function checkEachOnce(
  { items, taken }: Sent,
  mails: readonly TakenMail[],
  sink: Sink,
): Promise<void> {
  deepEqual(
    mails.map(({ messageId }) => `<${messageId}>`).sort(),
    items.map(({ messageId }) => messageId).sort(),
  );
  deepEqual(texts(mails), texts(taken));
  deepEqual(await sink.take(0), []);
}

function texts(mails: readonly TakenMail[]): Map<string, string> {
  return new Map(mails.map(({ messageId, bodyHash }) => [messageId, bodyHash]));
}
