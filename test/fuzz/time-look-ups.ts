import { seededRandom } from '../../config/seed/seeded-random.ts';
import { rawSender } from '../support/send-raw.ts';
import { startTestApp } from '../support/test-app.ts';
import { register } from '../support/test-case.ts';
import { buildTestCity } from '../support/test-city.ts';

export interface LookUpTimes {
  lookUps: number;
  knownMedianMs: number;
  unknownMedianMs: number;
  /** How often a look-up of a case that there is takes longer than one of none: 0.5 where time tells nothing. */
  knownSlower: number;
}

/** After more failures than this a look-up of one number waits. */
const ROUNDS = 4;
/** The first ones warm everything up, and are not counted. */
const WARMING = 50;

/** Times look-ups with a wrong code, one after another, of cases that there are and of none, as a seed mixes them. */
export async function timeLookUps({
  lookUps,
  seed,
}: {
  lookUps: number;
  seed: string;
}): Promise<LookUpTimes> {
  const random = seededRandom(`look-ups/${seed}`);
  const app = await startTestApp({ lookups: 10 * (lookUps + WARMING) });
  const sender = rawSender(app.port);
  try {
    const city = await buildTestCity(app);
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    const numbers: Record<'known' | 'unknown', string[]> = { known: [], unknown: [] };
    for (let count = 0; count * 2 * ROUNDS < lookUps + WARMING; count += 1) {
      const { receipt } = await register(app, city.clerk);
      numbers.known.push(receipt.number);
      numbers.unknown.push(receipt.number.replace(/\d+号/, (sequence) => `9${sequence}`));
    }
    const rounds = Array.from({ length: ROUNDS }, () => ['known', 'unknown'] as const).flat();
    const asked = rounds
      .flatMap((kind) => numbers[kind].map((number) => ({ kind, number, at: random.next() })))
      .sort((one, other) => one.at - other.at)
      .slice(0, lookUps + WARMING);
    for (const [place, { kind, number }] of asked.entries()) {
      const began = performance.now();
      await sender.send({
        method: 'post',
        path: '/api/v1/status',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ number, code: '0000-0000-0000' }),
      });
      if (place >= WARMING) times[kind].push(performance.now() - began);
    }
    return {
      lookUps,
      knownMedianMs: median(times.known),
      unknownMedianMs: median(times.unknown),
      knownSlower: shareSlower(times.known, times.unknown),
    };
  } finally {
    sender.stop();
    await app.stop();
  }
}

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

/** Of all pairs, in how many the first takes longer (Mann and Whitney's U, divided by the number of pairs). */
function shareSlower(times: readonly number[], others: readonly number[]): number {
  let slower = 0;
  for (const time of times) for (const other of others) slower += time > other ? 1 : time === other ? 0.5 : 0;
  return slower / (times.length * others.length);
}
