import type { RunServices } from '../test/support/start-run-services.ts';
import { type BenchCity, withBenchCity } from './data/bench-city.ts';
import { waitingCases } from './data/one-notice-due.ts';
import type { BenchRun, Measure } from './frame/bench-run.ts';
import { compareTurns, ratesOf } from './frame/compare-turns.ts';
import { withOwnQueue } from './reminders/own-queue.ts';
import { onTheWire, remindersOf } from './reminders/reminder-mail.ts';
import { checkEachOnce, resend, type Sent } from './reminders/resend.ts';
import { withSink } from './reminders/sink.ts';
import { workerTurn } from './reminders/worker-turn.ts';

const REMINDERS = 1000;
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
    peers: { peer: () => resend(sent, { side: 'nodemailer-alone', form: async (mails) => mails }) },
    limit: () => resend(sent, { side: 'raw-smtp', form: onTheWire }),
  };
  const engine = `${city.engine}; ${redisEngine}`;
  const figure = ratesOf('mails');
  return compareTurns({ name: 'reminders-sent', engine, figure, note: NOTE, sides }, run);
}
