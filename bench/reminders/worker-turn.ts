import { z } from 'zod';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import type { BenchCity } from '../data/bench-city.ts';
import { startBenchProcess } from '../frame/bench-process.ts';
import type { Turn } from '../frame/compare-turns.ts';
import { onTheClock } from '../frame/take-turn.ts';
import { SENDER } from './reminder-mail.ts';
import type { Sink, TakenMail } from './sink.ts';

/** From the writing of a due instant to that instant, so that all cases fall due at once. */
const HEAD_START_MS = 3000;
const HEAD_START_PER_CASE_MS = 3;

interface WorkerTurn {
  redisUrl: string;
  sink: Sink;
  /** Cases with one notice due each, which no sweep has seen yet. */
  warmUp: readonly string[];
  items: readonly string[];
}

/** A turn of the real worker: all cases fall due at one instant, and time runs from there to the last mail. */
export async function workerTurn(
  city: BenchCity,
  { redisUrl, sink, warmUp, items }: WorkerTurn,
): Promise<{ turn: Turn; mails: TakenMail[] }> {
  const worker = startBenchProcess('worker');
  try {
    await worker.ask({ settings: settingsOf(city, { redisUrl, smtpUrl: sink.smtpUrl }) }, z.object({}));
    await fallDue(city, warmUp, new Date());
    await sink.take(warmUp.length);
    const dueAt = new Date(Date.now() + HEAD_START_MS + HEAD_START_PER_CASE_MS * items.length);
    await fallDue(city, items, dueAt);
    if (Date.now() > dueAt.getTime()) throw new Error('The cases fell due before all of them were written.');
    let mails: TakenMail[] = [];
    const turn = await onTheClock(worker, items.length, async () => {
      mails = await sink.take(items.length);
      return { ms: Math.max(...mails.map(({ at }) => at)) - dueAt.getTime() };
    });
    return { turn, mails };
  } finally {
    // Its graceful end marks what is under way, so that the ledger is complete.
    await worker.stop();
  }
}

/** The settings of a worker of this city. */
export function settingsOf(
  { mongodbUri, webApp }: BenchCity,
  servers: { redisUrl: string; smtpUrl: string },
) {
  return {
    MONGODB_URI: mongodbUri,
    REDIS_URL: servers.redisUrl,
    SMTP_URL: servers.smtpUrl,
    MAIL_FROM: `${SENDER.name} <${SENDER.address}>`,
    HEYI_SECRET: webApp.start.secret,
    HEYI_MASTER_KEYS: webApp.start.secret,
    LOG_LEVEL: 'info',
  };
}

/** Lets cases that nobody has looked at fall due at an instant. */
export async function fallDue({ connection }: BenchCity, ids: readonly string[], at: Date): Promise<void> {
  const cases = connection.collection<CaseDocument>('cases');
  await cases.updateMany({ _id: { $in: [...ids] } }, { $set: { nextNoticeAt: at } });
}
