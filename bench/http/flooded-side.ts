import { z } from 'zod';
import { startBenchProcess } from '../frame/bench-process.ts';
import type { FloodOrder } from './flood.ts';
import type { TimedRequest } from './http-requests.ts';

export const listening = z.object({ url: z.string() });
const flooded = z.object({ ms: z.number(), answer: z.unknown() });
const CONCURRENCY = 16;

/** A fresh process of bench/sides that listens, and a fresh one that floods it. */
export async function startFloodedSide(side: string, start: object = {}) {
  const [server, client] = [startBenchProcess(side), startBenchProcess('http-flood')];
  const { url } = await server.ask(start, listening);

  /** Sends a request so many times; gives the time and one of the answers. */
  async function flood(request: TimedRequest, times: number): Promise<{ ms: number; answer?: unknown }> {
    const order: FloodOrder = { url, request, times, concurrency: CONCURRENCY };
    return client.ask(order, flooded);
  }

  return { flood, used: server.used, stop: async () => Promise.all([server.stop(), client.stop()]) };
}
