import { deepEqual } from 'node:assert/strict';
import type { BenchRun, Measure } from './frame/bench-run.ts';
import { compareTurns, ratesOf, type Turn } from './frame/compare-turns.ts';
import { onTheClock } from './frame/take-turn.ts';
import { startFloodedSide } from './http/flooded-side.ts';
import { HTTP_REQUESTS, type TimedRequest } from './http/http-requests.ts';

const REQUESTS = 20_000;
const NOTE =
  'ours: the whole application with login, headers, log, metrics, audit and validation over stores in memory; peer: ' +
  'Fastify with the same duties; limit: node:http with route and JSON alone; 16 connections over plain sockets';

/** What HTTP costs, nothing behind it: the application against Fastify with the same duties, and bare node:http. */
export const measure: Measure = async (run) => {
  const results = [];
  for (const [what, request] of Object.entries(HTTP_REQUESTS)) {
    results.push(...(await compareRequest({ name: `http: ${what}`, request }, run)));
  }
  return results;
};

/** Ours comes first in each round: the others must answer as it did. */
async function compareRequest({ name, request }: { name: string; request: TimedRequest }, run: BenchRun) {
  let ours: unknown;
  const times = run.operations ?? REQUESTS;
  const alike = (answer: unknown) => deepEqual(answer, ours);
  const sides = {
    ours: () => takeTurn('http-app', { request, times, check: (answer) => (ours = answer) }),
    peers: { peer: () => takeTurn('http-fastify', { request, times, check: alike }) },
    limit: () => {
      const refusal = request.status < 400 ? undefined : ours;
      return takeTurn('http-bare', { start: { refusal }, request, times, check: alike });
    },
  };
  const engine = `Node ${process.versions.node}`;
  return compareTurns({ name, engine, figure: ratesOf('requests'), note: NOTE, sides }, run);
}

interface TurnWork {
  start?: object;
  request: TimedRequest;
  times: number;
  check: (answer: unknown) => void;
}

/** The warm-up, half as many requests, gives the answer that is checked. */
async function takeTurn(side: string, { start, request, times, check }: TurnWork): Promise<Turn> {
  const { flood, used, stop } = await startFloodedSide(side, start);
  try {
    check((await flood(request, Math.ceil(times / 2))).answer);
    return await onTheClock({ used }, times, () => flood(request, times));
  } finally {
    await stop();
  }
}
