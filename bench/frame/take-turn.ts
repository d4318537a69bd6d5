import { z } from 'zod';

import { type BenchProcess, startBenchProcess } from './bench-process.ts';
import type { Turn } from './compare-turns.ts';
import type { HttpRequest } from './send-request.ts';

/** So many operations at a time, on every side of a measure. */
const CONCURRENCY = 16;

const listening = z.object({ url: z.string() });
const timed = z.object({ ms: z.number() });
const answered = timed.extend({ firstAnswer: z.string() });
const ready = z.object({});

/** A process that listens, by the name of its file, and what it must know to start. */
interface HttpSide {
  side: string;
  start: object;
}

/** What is done before the clock starts, and what is timed. */
interface Work<Item> {
  warmUp: readonly Item[];
  items: readonly Item[];
}

/**
 * A turn over HTTP: a fresh server process, and a fresh process that loads it. `check` sees the first answer of the
 * warm-up, and throws when it is not what every side must answer.
 */
export async function httpTurn(
  { side, start }: HttpSide,
  { warmUp, items, check }: Work<HttpRequest> & { check: (answer: string) => unknown },
): Promise<Turn> {
  const [server, load] = [startBenchProcess(side), startBenchProcess('http-load')];
  try {
    const { url } = await server.ask(start, listening);
    const send = (requests: readonly HttpRequest[]) =>
      load.ask({ url, requests, concurrency: CONCURRENCY }, answered);
    await check((await send(warmUp)).firstAnswer);
    return await onTheClock(server, items.length, () => send(items));
  } finally {
    await Promise.all([server.stop(), load.stop()]);
  }
}

interface DriverTurn extends Work<unknown> {
  side: string;
  start: object;
  check?: () => unknown;
  /** Where the side itself allows fewer at a time. */
  concurrency?: number;
}

/** A turn within one fresh process, which loads itself. */
export async function driverTurn(turn: DriverTurn): Promise<Turn> {
  const { side, start, warmUp, items, check, concurrency = CONCURRENCY } = turn;
  const process = startBenchProcess(side);
  const work = (some: readonly unknown[]) => process.ask({ items: some, concurrency }, timed);
  try {
    await process.ask({ start }, ready);
    await work(warmUp);
    await check?.();
    return await onTheClock(process, items.length, () => work(items));
  } finally {
    await process.stop();
  }
}

/** Does timed work, and asks the process that is measured what it used of the processor meanwhile. */
export async function onTheClock(
  process: Pick<BenchProcess, 'used'>,
  operations: number,
  work: () => Promise<{ ms: number }>,
): Promise<Turn> {
  const before = await process.used();
  const { ms } = await work();
  const { cpuMs, peakMb } = await process.used();
  return { operations, ms, cpuMs: cpuMs - before.cpuMs, peakMb };
}
