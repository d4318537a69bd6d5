import type { CaseDocument } from '../schemas/documents/case-document.ts';
import type { RunServices } from '../test/support/start-run-services.ts';
import { caseThatAlerts, REGIONS } from './alert/alerted-unions.ts';
import { type BenchCity, withBenchCity } from './data/bench-city.ts';
import { copyCases } from './data/copy-cases.ts';
import type { BenchRun, Measure } from './frame/bench-run.ts';
import { compareTurns, TIMES } from './frame/compare-turns.ts';
import { sweepTurn } from './sweep/sweep-turn.ts';

const ADDRESSEES = 500;
const DAY_MS = 86_400_000;
const NOTE =
  'one warning to the heads of ten regions. ours: the sweep finds the case, whom the warning is for, writes a row of ' +
  'the ledger for each and moves the case on; the rows found unsent are handed to BullMQ; add: whom it is for, and ' +
  '`add` in a loop, nothing written down; row-and-add: the same with a row inserted before each job; limit: whom it ' +
  'is for, and addBulk, 250 jobs a call and 4 calls in flight';

/** One alert to many: the service, against `add` in a loop, and against the quickest way into the queue. */
export const measure: Measure = async (run) => {
  const services = await run.services();
  return withBenchCity(services, 'alert', (city) => measureIn(city, services, run));
};

async function measureIn(city: BenchCity, { redisUrl, redisEngine, runName }: RunServices, run: BenchRun) {
  const { mongodbUri, connection, engine } = city;
  const addressees = run.operations ?? ADDRESSEES;
  const id = await caseThatAlerts(city, addressees);
  const copies = await copyCases({ connection, sealing: city.use.sealing }, { id, count: 2 * run.rounds });
  const unseen = copies.map(({ _id }) => _id);
  const cases = connection.collection<CaseDocument>('cases');
  const oneFallsDue = () =>
    cases.updateOne({ _id: unseen.pop() ?? '' }, { $set: { nextNoticeAt: new Date(Date.now() - DAY_MS) } });
  const { secret } = city.webApp.start;
  const start = { mongodbUri, secret, masterKeys: [secret], redisUrl, prefix: runName };
  const plain = (way: 'add' | 'row-and-add' | 'add-bulk') => () => {
    // The head of the case itself is told by the service alone.
    const due = addressees - 1;
    return sweepTurn({
      side: 'plain-alert',
      start: { ...start, regionCodes: REGIONS, way },
      warmUp: due,
      due,
      fallDue: async () => undefined,
    });
  };
  const sides = {
    ours: () =>
      sweepTurn({ side: 'sweeper', start, warmUp: addressees, due: addressees, fallDue: oneFallsDue }),
    peers: { add: plain('add'), 'row-and-add': plain('row-and-add') },
    limit: plain('add-bulk'),
  };
  return compareTurns(
    {
      name: `alert-fan-out to ${addressees}`,
      engine: `${engine}; ${redisEngine}`,
      figure: TIMES,
      note: NOTE,
      sides,
    },
    run,
  );
}
