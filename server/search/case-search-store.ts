import type { Connection } from 'mongoose';
import { caseSchema } from '../../schemas/documents/case-document.ts';
import type { CaseFilter } from '../cases/case-store.ts';
import { recordOf } from '../cases/record-of.ts';
import type { MediationCase } from '../domain/case.ts';
import type { CaseSealing } from '../personal-data/case-sealing.ts';

export type CaseSearchStore = ReturnType<typeof createCaseSearchStore>;

/** What search asks of the collection of cases; all else goes by case-store.ts. */
export function createCaseSearchStore({
  connection,
  sealing,
}: {
  connection: Connection;
  sealing: CaseSealing;
}) {
  const cases = connection.model('Case', caseSchema);

  /** The index is named: some servers would look up every case that the right holds beside it. */
  async function some(
    filters: CaseFilter[],
    { index, limit }: { index: string; limit: number },
  ): Promise<MediationCase[]> {
    const found = cases.find({ $and: filters }).hint(index).limit(limit).batchSize(limit);
    const documents = await found.lean();
    return documents.map((document) => recordOf(sealing.openDocument(document)));
  }

  /** Some of the visible cases that have all of these tokens; whether they are meant is seen in the case itself. */
  function withTokens(
    tokens: readonly string[],
    filter: CaseFilter,
    limit: number,
  ): Promise<MediationCase[]> {
    const index = 'searchTokens_1_organisationId_1';
    return some([{ searchTokens: { $all: [...tokens] } }, filter], { index, limit });
  }

  function withNumberKey(numberKey: string, filter: CaseFilter): Promise<MediationCase[]> {
    return some([{ numberKey }, filter], { index: 'numberKey_1', limit: 1 });
  }

  return { withTokens, withNumberKey };
}
