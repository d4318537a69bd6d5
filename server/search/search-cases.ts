import type { CaseLine } from '../cases/case-line.ts';
import { visibleCases } from '../cases/case-policy.ts';
import type { Actor } from '../domain/staff.ts';
import type { CaseSearchStore } from './case-search-store.ts';
import { readSearch, type SearchReading } from './read-search.ts';
import type { Searchable, SearchTokens } from './search-tokens.ts';

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
    const found = [
      ...byNumber.map(({ line }) => ({ line, isMeant: () => true })),
      ...readings.flatMap(({ matches }, index) =>
        (byReading[index] ?? []).map(({ line, people }) => ({
          line,
          isMeant: () => fits(matches, people()),
        })),
      ),
    ];
    const newestFirst = found.sort((a, b) => b.line.registeredAt.getTime() - a.line.registeredAt.getTime());
    const meant = new Map<string, CaseLine>();
    for (const { line, isMeant } of newestFirst) {
      if (meant.size > limit) break;
      if (!meant.has(line.id) && isMeant()) meant.set(line.id, line);
    }
    return {
      cases: [...meant.values()].slice(0, limit),
      // Then more letters, or the whole number, narrow it down.
      more: meant.size > limit || byReading.some(({ length }) => length === MOST_LOOKED_AT),
    };
  };
}

/** A case that cannot be opened is shown by its tokens, which seldom lie: hidden, it would be missed by nobody. */
function fits(matches: SearchReading['matches'], people: Searchable | null): boolean {
  return people === null || matches(people);
}
