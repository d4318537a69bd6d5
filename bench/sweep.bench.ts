import type { CaseDocument } from '../schemas/documents/case-document.ts';
import type { RunServices } from '../test/support/start-run-services.ts';
import type { BenchResult } from './bench-result.ts';
import { type BenchCity, withBenchCity } from './data/bench-city.ts';
import { withCityAmongCases } from './data/city-among-cases.ts';
import { copyCases } from './data/copy-cases.ts';
import { caseWithOneNoticeDue } from './data/one-notice-due.ts';
import type { BenchRun, Measure } from './frame/bench-run.ts';
import { compareTurns, TIMES } from './frame/compare-turns.ts';
import { rounded } from './frame/rounded.ts';
import { agendaJobs, waitsUntil } from './sweep/agenda-jobs.ts';
import { sweepTurn } from './sweep/sweep-turn.ts';

const DUE = 1000;
/** So many cases there are for each that is due. */
const CROWDS = [10, 100, 1000];
const NOTE =
  'ours: slices of the cases that are due are read, their notices derived, a row of the ledger written for each, ' +
  'the cases moved on, the rows found unsent and handed to BullMQ; agenda: as many jobs, until the task of each was ' +
  'called, which does nothing; limit: their ids by the index and addBulk, nothing written down';

/**
 * What is due is found among ever more cases: the service, against Agenda, and against the index scan alone. The cases
 * of a data folder, where one is given, take the place of the largest crowd, which takes an hour to store.
 */
export const measure: Measure = async (run) => {
  const services = await run.services();
  const { dataDir } = run;
  const due = run.operations ?? DUE;
  const crowds = dataDir === undefined ? CROWDS : CROWDS.slice(0, -1);
  const results = await withBenchCity(services, 'sweep', (city) =>
    amongCopies(crowds, { city, services, run, due }),
  );
  if (dataDir !== undefined)
    results.push(
      ...(await withCityAmongCases(services, dataDir, (city) => amongStored({ city, services, run, due }))),
    );
  return withGrowth(results);
};

type Setting = Pick<Crowd, 'city' | 'services' | 'run' | 'due'>;

async function amongCopies(crowds: readonly number[], setting: Setting): Promise<BenchResult[]> {
  const { city, run, due } = setting;
  const id = await caseWithOneNoticeDue(city);
  const jobs = await agendaJobs(city);
  const unseen: string[] = [];
  const results: BenchResult[] = [];
  let there = 0;
  for (const crowd of crowds) {
    const count = crowd * due - there;
    run.say(`sweep: storing ${count} more cases and jobs`);
    unseen.push(...(await copiesOf(id, count, setting)));
    there += count;
    await jobs.fillUpTo(there);
    results.push(...(await measureAmong(there, { ...setting, unseen, jobs })));
  }
  return results;
}

async function amongStored(setting: Setting): Promise<BenchResult[]> {
  const { city, run, due } = setting;
  const there = await city.connection.collection('cases').countDocuments();
  const jobs = await agendaJobs(city);
  run.say(`sweep: storing ${there} jobs`);
  await jobs.fillUpTo(there);
  const id = await caseWithOneNoticeDue(city);
  // Ours and the limit take some in each round, and some before it that are not timed.
  const unseen = await copiesOf(id, 2 * run.rounds * (due + warmUpOf(due)), setting);
  return measureAmong(there, { ...setting, unseen, jobs });
}

async function copiesOf(id: string, count: number, { city }: Pick<Setting, 'city'>): Promise<string[]> {
  const store = { connection: city.connection, sealing: city.use.sealing };
  const copies = await copyCases(store, { id, count, nextNoticeAt: waitsUntil });
  return copies.map(({ _id }) => _id);
}

const warmUpOf = (due: number) => Math.ceil(due / 5);

interface Crowd {
  city: BenchCity;
  services: RunServices;
  run: BenchRun;
  due: number;
  /** Cases that no sweep has seen. */
  unseen: string[];
  jobs: Awaited<ReturnType<typeof agendaJobs>>;
}

function measureAmong(cases: number, { city, services, run, due, unseen, jobs }: Crowd) {
  const { mongodbUri, connection, engine, place } = city;
  const { redisUrl, redisEngine, runName } = services;
  const stored = connection.collection<CaseDocument>('cases');
  const warmUp = warmUpOf(due);
  const start = {
    mongodbUri,
    secret: place.secret.toString('hex'),
    masterKeys: place.masterKeys.map((key) => key.toString('hex')),
    redisUrl,
    prefix: runName,
  };
  const dueCases = (count: number) => {
    // From the end: those that were stored last, so that the next size has others.
    const ids = unseen.splice(-count);
    return stored.updateMany({ _id: { $in: ids } }, { $set: { nextNoticeAt: new Date() } });
  };
  const seen = () =>
    stored.updateMany({ nextNoticeAt: { $lte: new Date() } }, { $set: { nextNoticeAt: waitsUntil(0) } });
  const sides = {
    ours: () => sweepTurn({ side: 'sweeper', start, warmUp, due, fallDue: dueCases }),
    peers: {
      agenda: () =>
        sweepTurn({ side: 'agenda-sweep', start: { mongodbUri }, warmUp, due, fallDue: jobs.fallDue }),
    },
    limit: async () => {
      const fallDue = async (count: number) => {
        await seen();
        await dueCases(count);
      };
      const turn = await sweepTurn({ side: 'bare-sweep', start, warmUp, due, fallDue });
      await seen();
      return turn;
    },
  };
  return compareTurns(
    {
      name: `sweep of ${due} due among ${cases} cases`,
      engine: `${engine}; ${redisEngine}`,
      figure: TIMES,
      note: NOTE,
      sides,
    },
    run,
  );
}

/** Says of each crowd how much longer ours took than in the smallest. */
function withGrowth(results: readonly BenchResult[]): BenchResult[] {
  const first = results[0]?.ours ?? Number.NaN;
  return results.map((result) => ({
    ...result,
    note: `${result.note}; ours took ${rounded(result.ours / first)} times as long as among the fewest cases`,
  }));
}
