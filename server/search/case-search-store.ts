import type { Connection } from 'mongoose';
import {
  type CaseDocument,
  caseSchema,
  NUMBER_KEY_INDEX,
  TOKEN_INDEX,
} from '../../schemas/documents/case-document.ts';
import { type CaseLine, LINE_FIELDS, lineOf } from '../cases/case-line.ts';
import type { CaseFilter } from '../cases/case-store.ts';
import { recordOf } from '../cases/record-of.ts';
import type { MediationCase } from '../domain/case.ts';
import type { CaseSealing } from '../personal-data/case-sealing.ts';
import type { Searchable } from './search-tokens.ts';

export type CaseSearchStore = ReturnType<typeof createCaseSearchStore>;

/** A case that carries the tokens. */
export interface FoundCase {
  line: CaseLine;
  /**
   * Those whom it may be meant by; null where what is stored cannot be opened. They are opened only now: of many that
   * were found few are looked at.
   */
  people: () => Searchable | null;
}

/** What a found case is known and shown by, a third of what is stored. */
const FOUND_FIELDS = { ...LINE_FIELDS, workers: 1, respondents: 1, dataKey: 1 } as const;
type FoundDocument = Pick<CaseDocument, '_id' | keyof typeof FOUND_FIELDS>;

/** What search asks of the collection of cases; all else goes by case-store.ts. */
export function createCaseSearchStore({
  connection,
  sealing,
}: {
  connection: Connection;
  sealing: CaseSealing;
}) {
  const cases = connection.model('Case', caseSchema);

  function opened(document: FoundDocument): Searchable | null {
    try {
      return sealing.openDocument(document);
    } catch {
      return null;
    }
  }

  async function some(
    filters: CaseFilter[],
    { index, limit }: { index: string; limit: number },
  ): Promise<FoundCase[]> {
    const documents = await cases
      .find({ $and: filters }, FOUND_FIELDS)
      .hint(index)
      .limit(limit)
      .batchSize(limit)
      .lean<FoundDocument[]>();
    return documents.map((document) => ({
      line: lineOf(document),
      people: () => opened(document),
    }));
  }

  /** Some of the visible cases that have all of these tokens; whether they are meant is seen in their people. */
  function withTokens(tokens: readonly string[], filter: CaseFilter, limit: number): Promise<FoundCase[]> {
    return some([{ searchTokens: { $all: [...tokens] } }, filter], { index: TOKEN_INDEX, limit });
  }

  /** Some of the visible cases that have one of these tokens or more. */
  function withAnyToken(tokens: readonly string[], filter: CaseFilter, limit: number): Promise<FoundCase[]> {
    return some([{ searchTokens: { $in: [...tokens] } }, filter], { index: TOKEN_INDEX, limit });
  }

  function withNumberKey(numberKey: string, filter: CaseFilter): Promise<FoundCase[]> {
    return some([{ numberKey }, filter], { index: NUMBER_KEY_INDEX, limit: 1 });
  }

  /** As withTokens, the whole cases. */
  async function wholeWithTokens(tokens: readonly string[], limit: number): Promise<MediationCase[]> {
    const found = cases.find({ searchTokens: { $all: [...tokens] } }).hint(TOKEN_INDEX);
    const documents = await found.limit(limit).batchSize(limit).lean();
    return documents.map((document) => recordOf(sealing.openDocument(document)));
  }

  return { withTokens, withAnyToken, withNumberKey, wholeWithTokens };
}
