import { deepEqual, equal } from 'node:assert/strict';
import { z } from 'zod';
import { type BenchCity, mediatedCase, withBenchCity } from './data/bench-city.ts';
import { copyCases } from './data/copy-cases.ts';
import type { BenchRun, Measure } from './frame/bench-run.ts';
import { compareTurns, ratesOf } from './frame/compare-turns.ts';
import { driverTurn, httpTurn } from './frame/take-turn.ts';

const LOOKUPS = 2000;
const NOTE =
  'ours: POST /api/v1/status of the whole application, with limits that never refuse; peer: node:http + findOne ' +
  'and a body of the same size; limit: findOne in a loop; 16 at a time, one fresh process a turn and one for the load';

const shown = z.object({ number: z.string(), state: z.string() });
const shownByUs = z
  .object({ number: z.string(), parts: z.tuple([z.object({ state: z.string() })]) })
  .transform(({ number, parts: [{ state }] }) => ({ number, state }));

/** A worker asks how a case stands: the service, against node:http with one findOne, and findOne alone. */
export const measure: Measure = async (run) => {
  const services = await run.services();
  return withBenchCity(services, 'lookup', (city) => measureIn(city, run));
};

async function measureIn(city: BenchCity, run: BenchRun) {
  const { mongodbUri, webApp, engine, connection, use } = city;
  const lookups = run.operations ?? LOOKUPS;
  const warmUps = Math.ceil(lookups / 2);
  const { id, code } = await mediatedCase(city, []);
  const copies = await copyCases({ connection, sealing: use.sealing }, { id, count: lookups + warmUps });
  const numbers = copies.map(({ number }) => number);
  const numbersAsked = { warmUp: numbers.slice(0, warmUps), items: numbers.slice(warmUps) };
  const asRequest = (number: string) => ({
    path: '/api/v1/status',
    headers: {},
    body: JSON.stringify({ number, code }),
  });
  const requests = {
    warmUp: numbersAsked.warmUp.map(asRequest),
    items: numbersAsked.items.map(asRequest),
  };
  // Ours comes first; the peer must answer as many bytes, about the same case.
  let ourAnswer = '';
  const sides = {
    ours: () => httpTurn(webApp, { ...requests, check: (answer) => (ourAnswer = answer) }),
    peers: {
      peer: () => {
        const start = { mongodbUri, bodyBytes: Buffer.byteLength(ourAnswer) };
        const check = (answer: string) => checkAlike(answer, ourAnswer);
        return httpTurn({ side: 'bare-lookup', start }, { ...requests, check });
      },
    },
    limit: () => driverTurn({ side: 'driver-lookup', start: { mongodbUri }, ...numbersAsked }),
  };
  const figure = ratesOf('lookups');
  return compareTurns({ name: 'status-lookup', engine, figure, note: NOTE, sides }, run);
}

function checkAlike(answer: string, ours: string): void {
  equal(Buffer.byteLength(answer), Buffer.byteLength(ours));
  deepEqual(shown.parse(JSON.parse(answer)), shownByUs.parse(JSON.parse(ours)));
}
