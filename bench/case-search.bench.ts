import type { MediationCase } from '../server/domain/case.ts';
import { initialsOf } from '../server/search/search-words.ts';
import type { CaseTask } from './cases/case-task.ts';
import { compareCaseWork } from './cases/compare-case-work.ts';
import type { SeededCases } from './cases/seeded-cases.ts';
import type { Measure } from './frame/bench-run.ts';

/** What people type of a case that they look for, one way after the other. */
const WAYS: ((subject: MediationCase) => string | null | undefined)[] = [
  ({ workers }) => workers[0]?.name,
  ({ workers }) => workers[0]?.phone,
  ({ workers }) => workers[0]?.phone?.slice(-4),
  ({ workers }) => workers[0]?.idNumber,
  ({ respondents }) => respondents[0]?.name?.slice(0, 5),
  ({ respondents }) => respondents[0]?.creditCode,
  ({ workers }) => initialsOf(workers[0]?.name ?? ''),
  ({ number }) => number,
];

/** A clerk looks for a case of their office. */
export const measure: Measure = (run) =>
  compareCaseWork({ name: 'case-search', operation: 'searches', tasks }, run);

async function tasks({ draw, clerkOf }: SeededCases, count: number): Promise<CaseTask[]> {
  const made: CaseTask[] = [];
  while (made.length < count) {
    const subject = await draw();
    const q = WAYS[made.length % WAYS.length]?.(subject) ?? subject.number;
    made.push({ what: 'search', actor: clerkOf(subject), q });
  }
  return made;
}
