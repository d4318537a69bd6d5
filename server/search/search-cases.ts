import { visibleCases } from '../cases/case-policy.ts';
import { caseSummary } from '../cases/case-view.ts';
import type { MediationCase } from '../domain/case.ts';
import type { Actor } from '../domain/staff.ts';
import type { CaseSearchStore } from './case-search-store.ts';
import { readSearch } from './read-search.ts';
import type { SearchTokens } from './search-tokens.ts';

export interface SearchCasesDependencies {
  caseSearch: CaseSearchStore;
  searchTokens: SearchTokens;
}

/** So many cases are looked at for one reading of what was typed, however many there are. */
const MOST_LOOKED_AT = 200;

/** Finds cases by number, name, initials, telephone, identity number, credit code or employer, by right. */
export function searchCases({ caseSearch, searchTokens }: SearchCasesDependencies) {
  return async (actor: Actor, { q, limit }: { q: string; limit: number }) => {
    const { numberKey, readings } = readSearch(q, searchTokens);
    const right = visibleCases(actor);
    const [byNumber, ...byReading] = await Promise.all([
      caseSearch.withNumberKey(numberKey, right),
      ...readings.map(({ tokens }) => caseSearch.withTokens(tokens, right, MOST_LOOKED_AT)),
    ]);
    const matching = byReading.flatMap((found, index) =>
      found.filter((subject) => readings[index]?.matches(subject)),
    );
    const found = new Map<string, MediationCase>(
      [...byNumber, ...matching].map((subject) => [subject.id, subject]),
    );
    const newestFirst = [...found.values()].sort(
      (a, b) => b.registeredAt.getTime() - a.registeredAt.getTime(),
    );
    return {
      cases: newestFirst.slice(0, limit).map(caseSummary),
      // Then more letters, or the whole number, narrow it down.
      more: found.size > limit || byReading.some(({ length }) => length === MOST_LOOKED_AT),
    };
  };
}
