import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { DeliveryDocument, DeliveryState } from '../../schemas/documents/delivery-document.ts';
import type { BenchCity } from '../data/bench-city.ts';
import { startBenchProcess } from '../frame/bench-process.ts';
import type { Turn } from '../frame/compare-turns.ts';
import { redisSize } from '../frame/redis-size.ts';
import type { Sink, TakenMail } from './sink.ts';
import { fallDue, settingsOf } from './worker-turn.ts';

interface KilledWorkerTurn {
  redisUrl: string;
  sink: Sink;
  /** Cases with one notice due each, which no sweep has seen yet. */
  warmUp: readonly string[];
  items: readonly string[];
}

/** Short, so that what the dead worker had in hand does not outlast the turn. */
const LEASE_SECONDS = '10';
const WAITS: DeliveryState[] = ['due', 'claimed', 'sending', 'undelivered'];
const LOOK_EVERY_MS = 250;

/** Two workers; one is killed when half of the mails have come. Time runs until each notice is sent or held. */
export async function killedWorkerTurn(
  city: BenchCity,
  { redisUrl, sink, warmUp, items }: KilledWorkerTurn,
): Promise<{ turn: Turn; mails: TakenMail[]; held: string[] }> {
  const settings = {
    ...settingsOf(city, { redisUrl, smtpUrl: sink.smtpUrl }),
    HEYI_LEASE_SECONDS: LEASE_SECONDS,
  };
  const [survivor, victim] = [startBenchProcess('worker'), startBenchProcess('worker')];
  try {
    await Promise.all([survivor, victim].map((worker) => worker.ask({ settings }, z.object({}))));
    // Those of earlier turns are not counted.
    await deliveriesOf(city).deleteMany({});
    await fallDue(city, warmUp, new Date());
    await sink.take(warmUp.length);
    await allSettled(city, warmUp.length);
    const empty = await redisSize(redisUrl);
    const [before, victimBefore] = [await survivor.used(), await victim.used()];
    const dueAt = Date.now();
    await fallDue(city, items, new Date(dueAt));
    const mails = await sink.take(Math.ceil(items.length / 2));
    const [height, victimUsed] = [await redisSize(redisUrl), await victim.used()];
    await victim.kill();
    const held = await allSettled(city, warmUp.length + items.length);
    mails.push(...(await sink.take(0)));
    const used = await survivor.used();
    const turn = {
      operations: items.length,
      ms: Math.max(...mails.map(({ at }) => at)) - dueAt,
      cpuMs: used.cpuMs - before.cpuMs + victimUsed.cpuMs - victimBefore.cpuMs,
      peakMb: Math.max(used.peakMb, victimUsed.peakMb),
      redisMb: height.mb - empty.mb,
    };
    return { turn, mails, held };
  } finally {
    await Promise.all([survivor.stop(), victim.stop()]);
  }
}

/** Waits until there are so many rows and nobody has to do anything with them; gives those that are held. */
async function allSettled(city: BenchCity, rows: number): Promise<string[]> {
  for (;;) {
    const there = await deliveriesOf(city).countDocuments({});
    const waiting = await deliveriesOf(city).countDocuments({ state: { $in: WAITS } });
    if (there === rows && waiting === 0) break;
    await sleep(LOOK_EVERY_MS);
  }
  const held = await deliveriesOf(city).find({ state: 'held' }).toArray();
  return held.map(({ _id }) => _id);
}

function deliveriesOf({ connection }: BenchCity) {
  return connection.collection<DeliveryDocument>('deliveries');
}
