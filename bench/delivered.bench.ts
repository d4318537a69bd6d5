import { deepEqual, equal } from 'node:assert/strict';
import { z } from 'zod';
import type { RunServices } from '../test/support/start-run-services.ts';
import { type BenchCity, withBenchCity } from './data/bench-city.ts';
import { waitingCases } from './data/one-notice-due.ts';
import { startBenchProcess } from './frame/bench-process.ts';
import type { BenchRun, Measure } from './frame/bench-run.ts';
import { compareTurns, ratesOf, type Turn } from './frame/compare-turns.ts';
import { onTheClock } from './frame/take-turn.ts';
import { killedWorkerTurn } from './reminders/killed-worker-turn.ts';
import { withOwnQueue } from './reminders/own-queue.ts';
import { onTheWire, remindersOf } from './reminders/reminder-mail.ts';
import { CONNECTIONS, checkEachOnce, resend, type Sent } from './reminders/resend.ts';
import { type TakenMail, withSink } from './reminders/sink.ts';

const DUE = 10_000;
/** Agenda gets a part of the mails, or a turn would take many minutes. */
const AGENDA_PART = 10;
const NOTE =
  'ours: so many reminders fall due at once, two workers, one of them killed when half of the mails have come; until ' +
  'each notice is sent or held, the leases of the dead worker included (10 s); nodemailer: alone, pool of 5, the same ' +
  'mails, nobody killed; agenda: a job a mail, nodemailer without a pool, 5 at a time, a tenth of the mails, nobody ' +
  'killed; limit: SMTP spoken over 5 plain sockets';

/** A morning on which a worker dies: the service, against nodemailer alone and Agenda, neither of which loses one. */
export const measure: Measure = async (run) => {
  const services = await run.services();
  return withOwnQueue(services.redisUrl, () =>
    withBenchCity(services, 'delivered', (city) => measureIn(city, services, run)),
  );
};

async function measureIn(city: BenchCity, { redisUrl, redisEngine }: RunServices, run: BenchRun) {
  const due = run.operations ?? DUE;
  const warmUps = Math.ceil(due / 10);
  const waiting = await waitingCases(city, run.rounds * (warmUps + due));
  let sent: Sent = { warmUp: [], items: [], taken: [] };
  let held = 0;
  const sides = {
    ours: () =>
      withSink(async (sink) => {
        const work = { warmUp: waiting.splice(0, warmUps), items: waiting.splice(0, due) };
        const { turn, mails, held: inDoubt } = await killedWorkerTurn(city, { redisUrl, sink, ...work });
        held += inDoubt.length;
        const [warmUp, items] = [await remindersOf(city, work.warmUp), await remindersOf(city, work.items)];
        equal(items.length + inDoubt.length, due);
        const taken = withoutHeld(mails, inDoubt);
        sent = { warmUp, items, taken };
        await checkEachOnce(sent, taken, sink);
        return turn;
      }),
    peers: {
      nodemailer: () => resend(sent, { side: 'nodemailer-alone', form: async (mails) => mails }),
      agenda: () => byAgenda(city, sent, Math.ceil(due / AGENDA_PART)),
    },
    limit: () => resend(sent, { side: 'raw-smtp', form: onTheWire }),
  };
  const engine = `${city.engine}; ${redisEngine}`;
  const figure = ratesOf('mails');
  const name = 'delivered';
  const results = await compareTurns({ name, engine, figure, note: NOTE, sides }, run);
  return results.map((result) => ({
    ...result,
    note: `${result.note}; held for a person in all rounds: ${held}, lost: 0, doubled: 0`,
  }));
}

/** What the sink took of a notice in doubt is nobody's to count; twice it must not have it either. */
function withoutHeld(mails: readonly TakenMail[], held: readonly string[]): TakenMail[] {
  const doubtful = new Set(held.map((id) => `${id}@heyi.example`));
  const ofHeld = mails.map(({ messageId }) => messageId).filter((id) => doubtful.has(id));
  equal(new Set(ofHeld).size, ofHeld.length);
  return mails.filter(({ messageId }) => !doubtful.has(messageId));
}

function byAgenda({ mongodbUri }: BenchCity, sent: Sent, count: number): Promise<Turn> {
  return withSink(async (sink) => {
    const agenda = startBenchProcess('agenda-mailer');
    try {
      const start = { mongodbUri, smtpUrl: sink.smtpUrl, connections: CONNECTIONS };
      await agenda.ask({ start }, z.object({}));
      const send = (mails: Sent['items']) => agenda.ask({ mails }, z.object({ ms: z.number() }));
      await send(sent.warmUp);
      await sink.take(sent.warmUp.length);
      const mails = sent.items.slice(0, count);
      const turn = await onTheClock(agenda, mails.length, () => send(mails));
      deepEqual(
        (await sink.take(mails.length)).map(({ messageId }) => `<${messageId}>`).sort(),
        mails.map(({ messageId }) => messageId).sort(),
      );
      return turn;
    } finally {
      await agenda.stop();
    }
  });
}
