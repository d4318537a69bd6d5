import type { AnyBulkWriteOperation } from 'mongodb';
import type { Connection } from 'mongoose';
import { withServices } from '../../config/with-services.ts';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import type { RunServices } from '../../test/support/start-run-services.ts';
import { type BenchCity, buildBenchCity } from './bench-city.ts';

/** What a measure may add to; all else it makes anew. */
const ADDED_TO = ['accounts', 'counters', 'logins', 'organisations'];
/** Longer than a measure takes. */
const MEASURE_MS = 6 * 3_600_000;

/**
 * Gives a measure its city in the database of a data folder, among the cases that npm run seed has put there. None of
 * those falls due meanwhile. All that the measure writes is taken away in the end, and those wait as before.
 */
export async function withCityAmongCases<Result>(
  services: RunServices,
  dataDir: string,
  use: (city: BenchCity) => Promise<Result>,
): Promise<Result> {
  const results: Result[] = [];
  await withServices(
    async ({ connection }, { mongodbUri, secret, masterKeys }) => {
      const takeBack = await takingBack(connection);
      const letThemWait = await puttingOff(connection);
      const city = await buildBenchCity(services, { mongodbUri, secret, masterKeys });
      try {
        results.push(await use(city));
      } finally {
        await connection.collection('cases').deleteMany({ organisationId: city.centre.id });
        await connection.collection('deliveries').deleteMany({ organisationPath: city.centre.id });
        await takeBack();
        await letThemWait();
        await city.connection.close();
      }
    },
    { hasRun: true, environment: { ...process.env, DATA_DIR: dataDir } },
  );
  const [result] = results;
  if (result === undefined) throw new Error(`Nothing was measured in ${dataDir}.`);
  return result;
}

/** Remembers what is there of the small collections, and which collections there are. */
async function takingBack(connection: Connection): Promise<() => Promise<void>> {
  const namesOf = async () => (await connection.listCollections()).map(({ name }) => name);
  const there = new Set(await namesOf());
  const before = await Promise.all(
    ADDED_TO.map(async (name) => {
      const collection = connection.collection(name);
      const documents = await collection.find({}, { projection: { _id: 1 } }).toArray();
      return { collection, ids: documents.map(({ _id }) => _id) };
    }),
  );
  return async () => {
    for (const { collection, ids } of before) await collection.deleteMany({ _id: { $nin: ids } });
    for (const name of await namesOf()) if (!there.has(name)) await connection.dropCollection(name);
  };
}

/** Takes those that would fall due out of the sweep. */
async function puttingOff(connection: Connection): Promise<() => Promise<void>> {
  const cases = connection.collection<CaseDocument>('cases');
  const soon = { nextNoticeAt: { $lte: new Date(Date.now() + MEASURE_MS) } };
  const waiting = await cases.find(soon, { projection: { nextNoticeAt: 1 } }).toArray();
  await cases.updateMany(soon, { $set: { nextNoticeAt: null } });
  return async () => {
    const again = waiting.map(
      ({ _id, nextNoticeAt }): AnyBulkWriteOperation<CaseDocument> => ({
        updateOne: { filter: { _id }, update: { $set: { nextNoticeAt } } },
      }),
    );
    if (again.length > 0) await cases.bulkWrite(again, { ordered: false });
  };
}
