import type { CaseKeyStore } from './case-key-store.ts';
import type { MasterKeyStore } from './master-key-store.ts';
import type { MasterKeys } from './master-keys.ts';

export interface KeepKeysDependencies {
  masterKeys: MasterKeys;
  masterKeyStore: MasterKeyStore;
  caseKeys: CaseKeyStore;
}

const BATCH = 500;

/** What `npm run keys` does with the keys of the cases. Each can be broken off and run again, beside the service. */
export function keepKeys({ masterKeys, masterKeyStore, caseKeys }: KeepKeysDependencies) {
  /** Seals the cases from before there were keys; returns how many. */
  const seal = () => untilNone(null, caseKeys.sealStored);

  /** Wraps every data key with the first master key, so that the others can be taken away; returns how many. */
  async function rotate(): Promise<number> {
    let rewrapped = 0;
    for (const id of await masterKeyStore.ids()) {
      if (id === masterKeys.currentId) continue;
      rewrapped += await untilNone(id, caseKeys.rewrap);
      await masterKeyStore.remove(id);
    }
    return rewrapped;
  }

  async function untilNone(masterKeyId: string | null, step: (caseId: string) => Promise<boolean>) {
    let done = 0;
    for (;;) {
      const caseIds = await caseKeys.caseIdsUnder(masterKeyId, BATCH);
      if (caseIds.length === 0) return done;
      // A case that somebody wrote to meanwhile is found again in the next round.
      for (const caseId of caseIds) done += (await step(caseId)) ? 1 : 0;
    }
  }

  return { seal, rotate, list: caseKeys.countByMasterKey };
}
