import type { Connection } from 'mongoose';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import type { CounterDocument } from '../../schemas/documents/counter-document.ts';

/** Writes cases by the thousand, sealed as they are, past what would cast each field again. */
export function createSeededCaseStore(connection: Connection) {
  const cases = connection.collection<CaseDocument>('cases');
  const counters = connection.collection<CounterDocument>('counters');

  async function countAll(): Promise<number> {
    return cases.countDocuments();
  }

  /** Which of these cases are there already. */
  async function known(ids: readonly string[]): Promise<Set<string>> {
    const found = await cases.find({ _id: { $in: [...ids] } }, { projection: { _id: 1 } }).toArray();
    return new Set(found.map(({ _id }) => _id));
  }

  async function insert(documents: readonly CaseDocument[]): Promise<void> {
    if (documents.length > 0) await cases.insertMany([...documents], { ordered: false });
  }

  /** So that the next case that is registered finds a free number at once. */
  async function raiseCounter(organisationId: string, year: string, last: number): Promise<void> {
    await counters.updateOne({ _id: `${organisationId}/${year}` }, { $max: { last } }, { upsert: true });
  }

  return { countAll, known, insert, raiseCounter };
}
