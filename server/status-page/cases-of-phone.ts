import type { MediationCase } from '../domain/case.ts';
import type { CaseWorker } from '../domain/worker.ts';
import type { CaseSearchStore } from '../search/case-search-store.ts';
import type { SearchTokens } from '../search/search-tokens.ts';
import { plainPhone } from '../search/search-words.ts';

export interface CasesOfPhoneDependencies {
  caseSearch: CaseSearchStore;
  searchTokens: SearchTokens;
}

/** More cases than one worker has; a number that stands in more belongs to an office. */
const MOST_CASES = 50;

/** The cases in which this is the number of a worker who has not left them, the newest first. */
export function casesOfPhone({ caseSearch, searchTokens }: CasesOfPhoneDependencies) {
  return async (phone: string): Promise<MediationCase[]> => {
    const wanted = plainPhone(phone);
    const found = await caseSearch.wholeWithTokens([searchTokens.tokenOf('phone', wanted)], MOST_CASES);
    return found
      .filter((subject) => workersOfPhone(subject, phone).length > 0)
      .sort((a, b) => b.registeredAt.getTime() - a.registeredAt.getTime());
  };
}

/** The workers of a case, who have not left it, with whom this number is registered. */
export function workersOfPhone({ workers }: Pick<MediationCase, 'workers'>, phone: string): CaseWorker[] {
  const wanted = plainPhone(phone);
  return workers.filter(({ phone: known, left }) => known !== null && !left && plainPhone(known) === wanted);
}
