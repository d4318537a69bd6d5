import pLimit from 'p-limit';
import { visibleCases } from '../cases/case-policy.ts';
import type { MediationCase } from '../domain/case.ts';
import type { Actor } from '../domain/staff.ts';
import type { CaseWorker } from '../domain/worker.ts';
import type { CaseSearchStore } from './case-search-store.ts';
import type { Searchable, SearchTokens } from './search-tokens.ts';
import { plainName, plainPhone } from './search-words.ts';

export interface FindDuplicatesDependencies {
  caseSearch: CaseSearchStore;
  searchTokens: SearchTokens;
}

/** Of a long list the first are looked up: who files twice for a group files the same list. */
const MOST_WORKERS = 20;
/** So many cases are looked at for all numbers of a kind, and for each name at an employer. */
const MOST_OF_NUMBERS = 200;
const MOST_OF_NAME = 20;
const AT_ONCE = 8;

export type DuplicateReason = 'same-id-number' | 'same-phone' | 'same-name-and-employer';

/** A case that may be the same dispute, or one of the same person. */
export interface PossibleDuplicate {
  caseId: string;
  number: string;
  state: MediationCase['state'];
  because: DuplicateReason[];
}

type KnownBy = Pick<CaseWorker, 'name' | 'phone' | 'idNumber'>;
interface People extends Pick<MediationCase, 'respondents'> {
  workers: readonly KnownBy[];
}
/** A case, or of one that is there the workers who join it. */
type Compared = People & Pick<MediationCase, 'id'>;

/** Cases that the actor may see and that look like one that was registered or got workers. It warns, and refuses nothing. */
export function findDuplicates({ caseSearch, searchTokens }: FindDuplicatesDependencies) {
  const { tokenOf, nameTokens } = searchTokens;

  function namesAtEmployers(workers: readonly KnownBy[], respondents: Compared['respondents']): string[][] {
    const employers = respondents.flatMap(({ name }) => name ?? []);
    return workers.flatMap(({ name }) =>
      name === null ? [] : employers.map((employer) => [...nameTokens(name), ...nameTokens(employer)]),
    );
  }

  return async (actor: Actor, subject: Compared): Promise<PossibleDuplicate[]> => {
    const workers = subject.workers.slice(0, MOST_WORKERS);
    const idNumbers = workers.flatMap(({ idNumber }) =>
      idNumber == null ? [] : tokenOf('id-number', idNumber),
    );
    const phones = workers.flatMap(({ phone }) =>
      phone === null ? [] : tokenOf('phone', plainPhone(phone)),
    );
    const names = namesAtEmployers(workers, subject.respondents);
    // A long list would be read once for each of its workers, only to be left out of its own duplicates.
    const others = { $and: [visibleCases(actor), { _id: { $ne: subject.id } }] };
    const aFew = pLimit(AT_ONCE);
    const found = await Promise.all([
      ...[idNumbers, phones]
        .filter(({ length }) => length > 0)
        .map((tokens) => aFew(() => caseSearch.withAnyToken(tokens, others, MOST_OF_NUMBERS))),
      ...names
        .filter(({ length }) => length > 0)
        .map((tokens) => aFew(() => caseSearch.withTokens(tokens, others, MOST_OF_NAME))),
    ]);
    const byId = new Map(found.flat().map((one) => [one.line.id, one]));
    return [...byId.values()].flatMap(({ line, people }) => {
      const because = reasons(subject, people() ?? NOBODY);
      return because.length === 0
        ? []
        : [{ caseId: line.id, number: line.number, state: line.state, because }];
    });
  };
}

/** A case that cannot be opened is compared with nothing: it keeps nobody from registering another. */
const NOBODY: Searchable = { workers: [], respondents: [] };

function reasons(one: People, other: People): DuplicateReason[] {
  const shares = (keys: (subject: People) => string[]) => {
    const there = new Set(keys(other));
    return keys(one).some((key) => there.has(key));
  };
  const checks: [DuplicateReason, boolean][] = [
    ['same-id-number', shares(({ workers }) => workers.flatMap(({ idNumber }) => idNumber ?? []))],
    [
      'same-phone',
      shares(({ workers }) => workers.flatMap(({ phone }) => (phone === null ? [] : [plainPhone(phone)]))),
    ],
    ['same-name-and-employer', shares(namesWithEmployers)],
  ];
  return checks.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

function namesWithEmployers({ workers, respondents }: People): string[] {
  const names = (rows: readonly { name: string | null }[]) =>
    rows.flatMap(({ name }) => (name === null ? [] : [plainName(name)]));
  return names(workers).flatMap((worker) => names(respondents).map((employer) => `${worker}/${employer}`));
}
