import type { CaseDocument } from '../schemas/documents/case-document.ts';
import type { RunServices } from '../test/support/start-run-services.ts';
import type { BenchResult } from './bench-result.ts';
import { type BenchCity, withBenchCity } from './data/bench-city.ts';
import { copyCases } from './data/copy-cases.ts';
import { type CaseLife, caseLife } from './deadlines/case-lives.ts';
import { type DeadlineTurn, deadlineTurn, type Instants } from './deadlines/deadline-turn.ts';
import type { BenchRun, Measure } from './frame/bench-run.ts';
import { compareTurns, ratesOf } from './frame/compare-turns.ts';

const DEADLINES = 100_000;
/** Agenda writes one job at a time: it gets a part of the deadlines, or a turn would take many minutes. */
const AGENDA_PART = 10;
/** An instant that has passed: the copies have been looked at, and wait for what their life has next. */
const BEFORE = new Date('2026-01-05T01:00:00Z');
const NOTE =
  'so many deadlines are set, moved and cancelled, one write each time. ours: the domain says when each case must be ' +
  'looked at next, and the store writes that instant, 500 a bulk and 4 bulks in flight; bullmq: one delayed job a ' +
  'deadline, 250 a call and 4 calls in flight, moved and removed 250 at a time; agenda: one job a deadline, 16 at a ' +
  'time, a tenth of the deadlines; limit: the same batched writes by the driver, instants known beforehand';

/** Deadlines that are far away: the service, against a job that waits for each of them. */
export const measure: Measure = async (run) => {
  const services = await run.services();
  return withBenchCity(services, 'deadlines', async (city) => {
    const deadlines = run.operations ?? DEADLINES;
    const results: BenchResult[] = [];
    // Before the copies, which take the numbers that come next; and what waits of them would be counted, too.
    const lives = [await timedLife(city, 1), await timedLife(city, 12)];
    await casesOf(city).updateMany({}, { $set: { nextNoticeAt: null } });
    const copies = await copyCases(
      { connection: city.connection, sealing: city.use.sealing },
      { id: lives[0]?.created ?? '', count: deadlines },
    );
    const ids = copies.map(({ _id }) => _id);
    for (const life of lives) {
      const some = ids.slice(0, Math.ceil(deadlines / life.deadlinesEach));
      results.push(...(await measureLife(city, { services, run, life, ids: some })));
    }
    return results;
  });
};

interface LifeRun {
  services: RunServices;
  run: BenchRun;
  life: TimedLife;
  ids: string[];
}

async function measureLife(city: BenchCity, { services, run, life, ids }: LifeRun): Promise<BenchResult[]> {
  const { mongodbUri, webApp } = city;
  const { redisUrl, redisEngine, runName } = services;
  const { instants } = life;
  const version = (await storedCase(city, ids[0] ?? '')).version;
  const deadlines = ids.length * life.deadlinesEach;
  const turn = (given: Pick<DeadlineTurn, 'side' | 'start' | 'counted'> & Partial<DeadlineTurn>) =>
    deadlineTurn({ deadlines, instants, redisUrl, ...given });
  const renewed = async () => {
    await casesOf(city).updateMany({ _id: { $in: ids } }, { $set: { nextNoticeAt: BEFORE } });
    return { mongodbUri, secret: webApp.start.secret, ids, version, before: BEFORE.toISOString() };
  };
  const known = {
    created: instants.created.toISOString(),
    moved: instants.moved.toISOString(),
    left: instants.left?.toISOString() ?? null,
  };
  const { created, moved, cancelled } = life;
  const some = Math.ceil(deadlines / AGENDA_PART);
  const sides = {
    ours: async () => {
      const start = { ...(await renewed()), created, moved, cancelled };
      return turn({ side: 'case-deadlines', start, counted: ids.length });
    },
    peers: {
      bullmq: () => {
        const start = { redisUrl, prefix: runName, deadlines, ...known };
        return turn({ side: 'delayed-jobs', start, counted: deadlines });
      },
      agenda: () =>
        turn({
          side: 'agenda-deadlines',
          start: { mongodbUri, deadlines: some, ...known },
          deadlines: some,
          counted: some,
        }),
    },
    limit: async () =>
      turn({ side: 'bare-deadlines', start: { ...(await renewed()), ...known }, counted: ids.length }),
  };
  return compareTurns(
    {
      name: `deadlines-moved, ${life.name}`,
      engine: `${city.engine}; ${redisEngine}`,
      figure: ratesOf('changes'),
      note: NOTE,
      sides,
    },
    run,
  );
}

interface TimedLife extends CaseLife {
  /** `left`: where something else is left to wait for, as the limitation of the claim. */
  instants: Instants & { left: Date | null };
}

/** A life with what its cases wait for, as the service itself stored it. */
async function timedLife(city: BenchCity, instalments: number): Promise<TimedLife> {
  const life = await caseLife(city, instalments);
  const { nextNoticeAt: created } = await storedCase(city, life.created);
  const { nextNoticeAt: moved } = await storedCase(city, life.moved);
  const { nextNoticeAt: left } = await storedCase(city, life.cancelled);
  const all = [created, moved, left].map((at) => at?.getTime());
  if (created === null || moved === null || new Set(all).size < all.length) {
    throw new Error('A case of this life does not wait for another instant after each step.');
  }
  return { ...life, instants: { created, moved, left } };
}

function casesOf({ connection }: BenchCity) {
  return connection.collection<CaseDocument>('cases');
}

async function storedCase(city: BenchCity, id: string): Promise<CaseDocument> {
  const found = await casesOf(city).findOne({ _id: id });
  if (found === null) throw new Error(`There is no case ${id}.`);
  return found;
}
