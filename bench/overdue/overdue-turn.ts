import { equal } from 'node:assert/strict';
import { z } from 'zod';
import type { BenchCity } from '../data/bench-city.ts';
import { type BenchProcess, startBenchProcess } from '../frame/bench-process.ts';
import type { Turn } from '../frame/compare-turns.ts';
import type { HttpRequest } from '../frame/send-request.ts';
import type { Sink } from '../reminders/sink.ts';
import { withSink } from '../reminders/sink.ts';

/** Steady visitors of the status page. */
export interface Visitors {
  perSecond: number;
  seconds: number;
  requests: readonly HttpRequest[];
}

export interface OverdueTurn {
  /** From the start of the process until it said that it runs. */
  startMs: number;
  firstMail: Turn;
  answers: Turn;
}

interface Worker {
  side: string;
  start: (sink: Sink) => object;
}

const WARM_UP_SECONDS = 1;
const times = z.object({ times: z.array(z.number()) });

/** Nothing but visitors: how soon 99 of 100 are answered. */
export async function quietTurn(city: BenchCity, visitors: Visitors): Promise<Turn> {
  return withVisitors(city, visitors, async (visit) => answersTurn(await visit()));
}

/** A worker starts while visitors come; time runs from its start to its first mail. */
export async function overdueTurn(
  city: BenchCity,
  { visitors, worker }: { visitors: Visitors; worker: Worker },
): Promise<OverdueTurn> {
  return withVisitors(city, visitors, (visit) =>
    withSink(async (sink) => {
      const startedAt = Date.now();
      const process = startBenchProcess(worker.side);
      try {
        const visited = visit();
        await process.ask(worker.start(sink), z.object({}));
        const startMs = Date.now() - startedAt;
        const mails = await sink.take(1);
        const ms = Math.min(...mails.map(({ at }) => at)) - startedAt;
        const answers = answersTurn(await visited);
        mails.push(...(await sink.take(0)));
        equal(new Set(mails.map(({ messageId }) => messageId)).size, mails.length);
        const used = await process.used();
        const firstMail = { operations: mails.length, ms, ...used };
        return { startMs, firstMail, answers: { ...answers, ...used } };
      } finally {
        await process.kill();
      }
    }),
  );
}

async function withVisitors<Result>(
  { webApp }: BenchCity,
  { perSecond, seconds, requests }: Visitors,
  use: (visit: () => Promise<number[]>) => Promise<Result>,
): Promise<Result> {
  const [web, load] = [startBenchProcess(webApp.side), startBenchProcess('http-paced')];
  const stop = (process: BenchProcess) => process.stop();
  try {
    const { url } = await web.ask(webApp.start, z.object({ url: z.string() }));
    const visit = async (forSeconds: number) =>
      (await load.ask({ url, perSecond, seconds: forSeconds, requests }, times)).times;
    await visit(WARM_UP_SECONDS);
    return await use(() => visit(seconds));
  } finally {
    await Promise.all([web, load].map(stop));
  }
}

/** As a turn whose time is the 99th percentile. */
function answersTurn(answers: readonly number[]): Turn {
  const sorted = answers.toSorted((a, b) => a - b);
  const ms = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
  return { operations: answers.length, ms, cpuMs: 0 };
}
