import type { CaseKeyStore } from './case-key-store.ts';
import type { MasterKeyStore } from './master-key-store.ts';
import type { MasterKeys } from './master-keys.ts';

export interface CheckMasterKeysDependencies {
  masterKeys: MasterKeys;
  masterKeyStore: MasterKeyStore;
  caseKeys: CaseKeyStore;
  now: () => Date;
}

/**
 * Refuses to go on without a master key that cases lie under: it would only be noticed case by case, while new ones
 * are sealed with a key that nobody meant.
 */
export function checkMasterKeys({ masterKeys, masterKeyStore, caseKeys, now }: CheckMasterKeysDependencies) {
  return async (): Promise<void> => {
    const missing: string[] = [];
    for (const id of await masterKeyStore.ids()) {
      if (masterKeys.ids.includes(id)) continue;
      if ((await caseKeys.caseIdsUnder(id, 1)).length > 0) missing.push(id);
    }
    if (missing.length > 0) {
      throw new Error(
        `HEYI_MASTER_KEYS: cases are sealed with ${missing.join(', ')}, which is not among the keys that are set (${masterKeys.ids.join(', ')}). Set the old key again, after the new one and a comma; npm run keys -- rotate makes it superfluous.`,
      );
    }
    await masterKeyStore.noteUse(masterKeys.currentId, now());
  };
}
