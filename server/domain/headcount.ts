import type { MediationCase } from './case.ts';
import type { Precision } from './worker.ts';

type Counted = Pick<MediationCase, 'workers' | 'headcounts'>;
type ToldKind = 'migrant' | 'platform' | 'female';

/** Workers concerned (涉及人数): the list, or what was told last where that is more. */
export function workersConcerned({ workers, headcounts = [] }: Counted): {
  workers: number;
  precision: Precision;
} {
  const listed = workers.filter(({ left }) => !left).length;
  const told = headcounts.at(-1);
  if (told === undefined || told.workers === null) return { workers: listed, precision: 'exact' };
  return told.workers > listed || told.precision !== 'exact'
    ? { workers: Math.max(told.workers, listed), precision: told.precision }
    : { workers: listed, precision: 'exact' };
}

/** How many of a kind, from the list and from what was told; 0 where nobody is known to be. */
export function workersOfKind({ workers, headcounts = [] }: Counted, kind: ToldKind): number {
  const listed = workers.filter(({ categories }) => categories.includes(kind)).length;
  return Math.max(listed, headcounts.at(-1)?.[kind] ?? 0);
}
