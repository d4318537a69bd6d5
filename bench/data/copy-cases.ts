import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import { caseNumberKey } from '../../server/domain/case-number-key.ts';
import type { CaseSealing } from '../../server/personal-data/case-sealing.ts';
import { median } from '../frame/median.ts';

const BATCH = 1000;
const SETTLING_READS = 100;
const SETTLED = 4;
const LONGEST_SETTLING_MS = 30_000;

export type CaseCopy = Pick<CaseDocument, '_id' | 'number' | 'version'>;

interface CopiesWanted {
  id: string;
  count: number;
  /** What each waits for; as the original does, where nothing is said. */
  nextNoticeAt?: (sequence: number) => Date;
}

/** Stores copies of a case, each under its own id and number, and waits until the database knows their number. */
export async function copyCases(
  { connection, sealing }: { connection: Connection; sealing: CaseSealing },
  { id, count, nextNoticeAt }: CopiesWanted,
): Promise<CaseCopy[]> {
  const cases = connection.collection<CaseDocument>('cases');
  const original = await cases.findOne({ _id: id });
  if (original === null) throw new Error(`There is no case ${id} to copy.`);
  sealing.openDocument(original);
  const first = (await cases.countDocuments()) + 1;
  const copies: CaseCopy[] = [];
  while (copies.length < count) {
    const batch = Array.from({ length: Math.min(BATCH, count - copies.length) }, (_, index) => {
      const sequence = first + copies.length + index;
      const number = original.number.replace(/\d+号$/, `${sequence}号`);
      const waits = nextNoticeAt === undefined ? {} : { nextNoticeAt: nextNoticeAt(sequence) };
      const copy = { ...original, ...waits, _id: randomUUID(), number, numberKey: caseNumberKey(number) };
      return sealing.sealDocument(copy);
    });
    await cases.insertMany(batch);
    copies.push(...batch.map(({ _id, number, version }) => ({ _id, number, version })));
  }
  await settle(connection);
  return copies;
}

/**
 * PostgreSQL's planner knows nothing of a collection that was just filled, and a read by key takes ten times as long
 * until its autovacuum has counted. Measuring begins when such a read takes little more than asking for nothing.
 */
export async function settle({ db }: Connection): Promise<void> {
  const cases = db?.collection<CaseDocument>('cases');
  const until = performance.now() + LONGEST_SETTLING_MS;
  const some =
    (await cases
      ?.find({}, { projection: { number: 1 } })
      .limit(SETTLING_READS)
      .toArray()) ?? [];
  for (;;) {
    const read = await typicalMs(some, ({ number }) => cases?.findOne({ number }));
    const nothing = await typicalMs(some, () => db?.command({ ping: 1 }));
    if (read < SETTLED * nothing || performance.now() > until) return;
  }
}

async function typicalMs<Item>(
  items: readonly Item[],
  task: (item: Item) => Promise<unknown> | undefined,
): Promise<number> {
  const times: number[] = [];
  for (const item of items) {
    const begun = performance.now();
    await task(item);
    times.push(performance.now() - begun);
  }
  return median(times);
}
