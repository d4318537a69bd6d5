import type { Connection } from 'mongoose';
import { caseSchema, MASTER_KEY_INDEX } from '../../schemas/documents/case-document.ts';
import { isErased } from '../domain/erasure.ts';
import type { SearchTokens } from '../search/search-tokens.ts';
import { type CaseKey, type CaseSealing, sealedFieldsOf } from './case-sealing.ts';
import type { MasterKeys } from './master-keys.ts';

export interface CaseKeyStoreDependencies {
  connection: Connection;
  sealing: CaseSealing;
  masterKeys: MasterKeys;
  searchTokens: SearchTokens;
}

export type CaseKeyStore = ReturnType<typeof createCaseKeyStore>;

/** The keys of the stored cases: for what is written to a case, and for `npm run keys`. */
export function createCaseKeyStore({
  connection,
  sealing,
  masterKeys,
  searchTokens,
}: CaseKeyStoreDependencies) {
  const cases = connection.model('Case', caseSchema);

  /**
   * The key under which something is added to a case; a case from before there were keys is sealed first, one that has
   * been erased has none any more.
   */
  async function keyFor(caseId: string): Promise<CaseKey | null> {
    const known = sealing.keyAtHand(caseId);
    if (known !== undefined) return known;
    const stored = await cases.findById(caseId, { dataKey: 1, erasure: 1 }).lean();
    if (stored === null || isErased(stored)) return null;
    const key = sealing.keyOf(stored);
    if (key !== null) return key;
    await sealStored(caseId);
    return keyFor(caseId);
  }

  /** Seals a stored case that is clear; its version stays, for it says the same. False where there was nothing to do. */
  async function sealStored(caseId: string): Promise<boolean> {
    const clear = await cases.findById(caseId).lean();
    if (clear === null || isErased(clear) || sealing.keyOf(clear) !== null) return false;
    const result = await cases.updateOne(
      { _id: caseId, version: clear.version, dataKey: null },
      {
        $set: { ...sealedFieldsOf(sealing.sealDocument(clear)), searchTokens: searchTokens.tokensOf(clear) },
      },
    );
    return result.modifiedCount === 1;
  }

  /** Wraps the key of a case anew, with the first master key. */
  async function rewrap(caseId: string): Promise<boolean> {
    const stored = await cases.findById(caseId, { dataKey: 1 }).lean();
    const key = stored === null ? null : sealing.keyOf(stored);
    if (stored?.dataKey == null || key === null) return false;
    const result = await cases.updateOne(
      { _id: caseId, 'dataKey.wrapped': stored.dataKey.wrapped },
      { $set: { dataKey: masterKeys.wrap(key.dataKey, caseId) } },
    );
    return result.modifiedCount === 1;
  }

  /** How many cases there are under each master key; `null`: not sealed. */
  async function countByMasterKey(): Promise<{ masterKeyId: string | null; cases: number }[]> {
    const rows = await cases.aggregate<{ _id: string | null; cases: number }>([
      { $match: { erasure: null } },
      { $group: { _id: { $ifNull: ['$dataKey.masterKeyId', null] }, cases: { $sum: 1 } } },
    ]);
    return rows.map(({ _id: masterKeyId, cases }) => ({ masterKeyId, cases }));
  }

  /** Some of the cases under a master key; under `null`: some that are not sealed. */
  async function caseIdsUnder(masterKeyId: string | null, limit: number): Promise<string[]> {
    const under = { 'dataKey.masterKeyId': masterKeyId, erasure: null };
    const rows = await cases.find(under, { _id: 1 }).hint(MASTER_KEY_INDEX).limit(limit).lean();
    return rows.map(({ _id }) => _id);
  }

  return { keyFor, sealStored, rewrap, countByMasterKey, caseIdsUnder };
}
