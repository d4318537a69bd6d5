import { seededReceiptCode } from '../config/seed/seeded-case.ts';
import type { CaseTask } from './cases/case-task.ts';
import { compareCaseWork } from './cases/compare-case-work.ts';
import type { SeededCases } from './cases/seeded-cases.ts';
import type { Measure } from './frame/bench-run.ts';

/** A worker asks how a case stands, by number and code; `status-lookup` measures the same over HTTP. */
export const measure: Measure = (run) =>
  compareCaseWork({ name: 'case-status-lookup', operation: 'lookups', tasks }, run);

async function tasks({ draw }: SeededCases, count: number): Promise<CaseTask[]> {
  const made: CaseTask[] = [];
  while (made.length < count) {
    const { id, number } = await draw();
    made.push({ what: 'look-up', number, code: seededReceiptCode(id) });
  }
  return made;
}
