import type { Connection } from 'mongoose';
import { type CaseDocument, caseSchema } from '../../schemas/documents/case-document.ts';
import type { CounterDocument } from '../../schemas/documents/counter-document.ts';

/** So many of the cases of a run are there; or of their indexes, which come last. */
export type SeedProgress = (of: 'cases' | 'indexes', there: number, total: number) => void;

/** Writes cases by the thousand, sealed as they are, past what would cast each field again. */
export function createSeededCaseStore(connection: Connection) {
  const cases = connection.collection<CaseDocument>('cases');
  const model = connection.model('Case', caseSchema);
  const counters = connection.collection<CounterDocument>('counters');

  async function countAll(): Promise<number> {
    return cases.countDocuments();
  }

  /**
   * Of an empty collection that is to be filled: an index of all cases at once is made in less time than with each of
   * them, and the more so the larger it is.
   */
  async function dropIndexes(): Promise<void> {
    await cases.dropIndexes();
  }

  /** One after the other: of one collection no server makes two at a time. */
  async function createIndexes(progress: SeedProgress): Promise<void> {
    const total = caseSchema.indexes().length;
    let made = 0;
    const told = () => progress('indexes', made++, total);
    told();
    model.on('index-single-done', told);
    await model.createIndexes().finally(() => model.off('index-single-done', told));
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

  return { countAll, dropIndexes, createIndexes, known, insert, raiseCounter };
}
