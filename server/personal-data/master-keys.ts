import { createHash } from 'node:crypto';
import type { WrappedKey } from '../../schemas/documents/case-document.ts';
import { openText, SealBrokenError, sealText } from '../secrets/sealed-text.ts';

const ID_DIGITS = 12;

export type MasterKeys = ReturnType<typeof createMasterKeys>;

/** The name of a master key: it follows from the key, so that no name can be given to the wrong one. */
export function masterKeyId(key: Buffer): string {
  return createHash('sha256').update('heyi-master-key:').update(key).digest('hex').slice(0, ID_DIGITS);
}

/**
 * Wraps the data keys of the cases, so that they may lie in the database. The first master key wraps; all of them
 * open, so that a new one can be put in front while the cases are still under the old one.
 */
export function createMasterKeys(keys: readonly [Buffer, ...Buffer[]]) {
  const byId = new Map(keys.map((key) => [masterKeyId(key), key]));
  const [current] = keys;
  const currentId = masterKeyId(current);

  const placeOf = (caseId: string) => `${caseId}/dataKey`;

  function wrap(dataKey: Buffer, caseId: string): WrappedKey {
    const wrapped = sealText(dataKey.toString('base64'), { key: current, place: placeOf(caseId) });
    return { masterKeyId: currentId, wrapped };
  }

  /** @throws SealBrokenError where its master key is not there, or it is not the data key of this case */
  function unwrap({ masterKeyId: id, wrapped }: WrappedKey, caseId: string): Buffer {
    const key = byId.get(id);
    if (key === undefined) throw new SealBrokenError(`${placeOf(caseId)} (master key ${id} is not set)`);
    return Buffer.from(openText(wrapped, { key, place: placeOf(caseId) }), 'base64');
  }

  return { currentId, ids: [...byId.keys()], wrap, unwrap };
}
