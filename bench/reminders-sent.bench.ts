import { deepEqual } from 'node:assert/strict';
import type { RunServices } from '../test/support/start-run-services.ts';
import { type BenchCity, withBenchCity } from './data/bench-city.ts';
import { copyCases } from './data/copy-cases.ts';
import { caseWithOneNoticeDue } from './data/one-notice-due.ts';
import type { BenchRun, Measure } from './frame/bench-run.ts';
import { compareRates, type Turn } from './frame/compare-rates.ts';
import { driverTurn } from './frame/take-turn.ts';
import { withOwnQueue } from './reminders/own-queue.ts';
import { onTheWire, type ReminderMail, remindersOf } from './reminders/reminder-mail.ts';
import { type Sink, type TakenMail, withSink } from './reminders/sink.ts';
import { workerTurn } from './reminders/worker-turn.ts';

const REMINDERS = 1000;
/** As many as the worker has. */
const CONNECTIONS = 5;
const NOTE =
  'ours: the reminders of as many cases, all due at one instant, by sweep, ledger, BullMQ and worker, from that ' +
  'instant to the last mail at the sink; peer: nodemailer alone, pool of 5, the same mails; limit: SMTP spoken over ' +
  '5 plain sockets; one fresh process a turn, and a fresh sink (smtp-server) in another';

/** A morning's reminders: the service, against nodemailer alone, and plain sockets to the same mail server. */
export const measure: Measure = async (run) => {
  const services = await run.services();
  return withOwnQueue(services.redisUrl, () =>
    withBenchCity(services, 'reminders', (city) => measureIn(city, services, run)),
  );
};

async function measureIn(city: BenchCity, { redisUrl, redisEngine }: RunServices, run: BenchRun) {
  const reminders = run.operations ?? REMINDERS;
  const warmUps = Math.ceil(reminders / 5);
  const waiting = await waitingCases(city, run.rounds * (warmUps + reminders));
  let sent: Sent = { warmUp: [], items: [], taken: [] };
  const sides = {
    ours: () =>
      withSink(async (sink) => {
        const work = { warmUp: waiting.splice(0, warmUps), items: waiting.splice(0, reminders) };
        const { turn, mails } = await workerTurn(city, { redisUrl, sink, ...work });
        sent = {
          warmUp: await remindersOf(city, work.warmUp),
          items: await remindersOf(city, work.items),
          taken: mails,
        };
        await checkEachOnce(sent, mails, sink);
        return turn;
      }),
    peer: () => resend(sent, { side: 'nodemailer-alone', form: async (mails) => mails }),
    limit: () => resend(sent, { side: 'raw-smtp', form: onTheWire }),
  };
  const engine = `${city.engine}; ${redisEngine}`;
  return [await compareRates({ name: 'reminders-sent', engine, operation: 'mails', note: NOTE, sides }, run)];
}

/** Cases with one notice due each, that no sweep looks at yet. */
async function waitingCases(city: BenchCity, count: number): Promise<string[]> {
  const id = await caseWithOneNoticeDue(city);
  const copies = await copyCases({ connection: city.connection, sealing: city.use.sealing }, { id, count });
  return copies.map(({ _id }) => _id);
}

/** What the worker sent in its last turn, and what the sink took of it. */
interface Sent {
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
function resend(sent: Sent, { side, form }: Resender): Promise<Turn> {
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
async function checkEachOnce({ items, taken }: Sent, mails: readonly TakenMail[], sink: Sink): Promise<void> {
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
