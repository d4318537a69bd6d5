import { randomUUID } from 'node:crypto';
import { OFFICES } from '../config/seed/seed-offices.ts';
import { seededRandom } from '../config/seed/seeded-random.ts';
import { seededRegistration } from '../config/seed/seeded-registration.ts';
import type { CaseDocument } from '../schemas/documents/case-document.ts';
import type { CounterDocument } from '../schemas/documents/counter-document.ts';
import { legalDayOf } from '../server/domain/legal-day.ts';
import type { CaseTask } from './cases/case-task.ts';
import { compareCaseWork } from './cases/compare-case-work.ts';
import type { SeededCases } from './cases/seeded-cases.ts';
import type { Measure } from './frame/bench-run.ts';

/** So many in a county that no two registrations of a turn are taken for one another. */
const LEAST_EMPLOYERS = 1000;

/** A clerk registers a case, and is told of those that may be the same. */
export const measure: Measure = (run) =>
  compareCaseWork({ name: 'case-register', operation: 'registrations', tasks, undo }, run);

async function tasks(
  { use, connection, clerkOf, count: there }: SeededCases,
  count: number,
): Promise<CaseTask[]> {
  const random = seededRandom('bench/register');
  const receivedOn = legalDayOf(new Date());
  const employers = Math.max(Math.ceil(there / OFFICES.length), LEAST_EMPLOYERS);
  const counters = await connection.collection<CounterDocument>('counters').find().toArray();
  const counting = new Set(counters.map(({ _id }) => _id));
  const organisations = await use.organisations.everyOne();
  const offices = organisations.flatMap(({ id, regionCode }) =>
    counting.has(`${id}/${receivedOn.slice(0, 4)}`) ? [{ id, regionCode: regionCode ?? '' }] : [],
  );
  return Array.from({ length: count }, (_, index): CaseTask => {
    const office = offices[index % offices.length];
    if (office === undefined) throw new Error('There is no office that registers.');
    const { id: organisationId, regionCode } = office;
    const request = seededRegistration({ random, receivedOn, regionCode, employers });
    return { what: 'register', actor: clerkOf({ organisationId }), caseId: randomUUID(), request };
  });
}

async function undo({ connection }: SeededCases, done: readonly CaseTask[]) {
  const cases = connection.collection<CaseDocument>('cases');
  const counters = connection.collection<CounterDocument>('counters');
  const before = await counters.find().toArray();
  const ids = done.flatMap((task) => (task.what === 'register' ? [task.caseId] : []));
  return async () => {
    await cases.deleteMany({ _id: { $in: ids } });
    await counters.bulkWrite(
      before.map((replacement) => ({
        replaceOne: { filter: { _id: replacement['_id'] }, replacement },
      })),
    );
  };
}
