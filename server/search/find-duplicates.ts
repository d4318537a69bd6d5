import { visibleCases } from '../cases/case-policy.ts';
import type { MediationCase } from '../domain/case.ts';
import type { Actor } from '../domain/staff.ts';
import type { CaseWorker } from '../domain/worker.ts';
import type { CaseSearchStore } from './case-search-store.ts';
import type { SearchTokens } from './search-tokens.ts';
import { plainName, plainPhone } from './search-words.ts';

export interface FindDuplicatesDependencies {
  caseSearch: CaseSearchStore;
  searchTokens: SearchTokens;
}

/** Of a long list the first are looked up: who files twice for a group files the same list. */
const MOST_WORKERS = 20;
const MOST_LOOKED_AT = 20;

export type DuplicateReason = 'same-id-number' | 'same-phone' | 'same-name-and-employer';

/** A case that may be the same dispute, or one of the same person. */
export interface PossibleDuplicate {
  caseId: string;
  number: string;
  state: MediationCase['state'];
  because: DuplicateReason[];
}

type KnownBy = Pick<CaseWorker, 'name' | 'phone' | 'idNumber'>;
/** A case, or of one that is there the workers who join it. */
interface Compared extends Pick<MediationCase, 'id' | 'respondents'> {
  workers: readonly KnownBy[];
}

/** Cases that the actor may see and that look like one that was registered or got workers. It warns, and refuses nothing. */
export function findDuplicates({ caseSearch, searchTokens }: FindDuplicatesDependencies) {
  const { tokenOf, nameTokens } = searchTokens;

  /** Each set of tokens finds the cases that share one thing. */
  function tokenSets({ name, phone, idNumber }: KnownBy, { respondents }: Compared): string[][] {
    const employers = respondents.flatMap((respondent) => respondent.name ?? []);
    return [
      ...(idNumber == null ? [] : [[tokenOf('id-number', idNumber)]]),
      ...(phone === null ? [] : [[tokenOf('phone', plainPhone(phone))]]),
      ...(name === null ? [] : employers.map((employer) => [...nameTokens(name), ...nameTokens(employer)])),
    ].filter(({ length }) => length > 0);
  }

  return async (actor: Actor, subject: Compared): Promise<PossibleDuplicate[]> => {
    const sets = subject.workers.slice(0, MOST_WORKERS).flatMap((worker) => tokenSets(worker, subject));
    // A long list would be read once for each of its workers, only to be left out of its own duplicates.
    const others = { $and: [visibleCases(actor), { _id: { $ne: subject.id } }] };
    const found = new Map<string, MediationCase>();
    for (const tokens of sets) {
      for (const one of await caseSearch.withTokens(tokens, others, MOST_LOOKED_AT)) found.set(one.id, one);
    }
    return [...found.values()].flatMap((other) => {
      const because = reasons(subject, other);
      return because.length === 0
        ? []
        : [{ caseId: other.id, number: other.number, state: other.state, because }];
    });
  };
}

function reasons(one: Compared, other: Compared): DuplicateReason[] {
  const shares = (keys: (subject: Compared) => string[]) => {
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

function namesWithEmployers({ workers, respondents }: Compared): string[] {
  const names = (rows: readonly { name: string | null }[]) =>
    rows.flatMap(({ name }) => (name === null ? [] : [plainName(name)]));
  return names(workers).flatMap((worker) => names(respondents).map((employer) => `${worker}/${employer}`));
}
