import type { CaseDocument } from '../schemas/documents/case-document.ts';
import type { CaseState } from '../server/domain/case-state.ts';
import { legalDayOf } from '../server/domain/legal-day.ts';
import type { CaseTask } from './cases/case-task.ts';
import { compareCaseWork } from './cases/compare-case-work.ts';
import type { SeededCases } from './cases/seeded-cases.ts';
import type { Measure } from './frame/bench-run.ts';

const RECORD = '双方到场，核对了付款记录，约定再次调解。';
/** For each that is found; about every fifth case will do. */
const MOST_DRAWS = 100;
/** In which a session may be recorded. */
const MEETING: readonly CaseState[] = [
  'in-mediation',
  'agreed',
  'confirmation-pending',
  'confirmed',
  'breached',
];

/** A head records a session, each on another case; `state-change` measures the same over HTTP. */
export const measure: Measure = (run) =>
  compareCaseWork({ name: 'case-act', operation: 'changes', tasks, undo }, run);

async function tasks({ draw, root }: SeededCases, count: number): Promise<CaseTask[]> {
  const made = new Map<string, CaseTask>();
  const input = { heldOn: legalDayOf(new Date()), record: RECORD };
  for (let draws = 0; made.size < count; draws += 1) {
    if (draws > MOST_DRAWS * count) throw new Error('Too few cases are in dispute: give more --cases.');
    const { id: caseId, version, state } = await draw();
    if (MEETING.includes(state))
      made.set(caseId, { what: 'act', actor: root, caseId, version, action: 'record-session', input });
  }
  return [...made.values()];
}

async function undo({ connection }: SeededCases, done: readonly CaseTask[]) {
  const cases = connection.collection<CaseDocument>('cases');
  const ids = done.flatMap((task) => (task.what === 'act' ? [task.caseId] : []));
  const before = await cases.find({ _id: { $in: ids } }).toArray();
  return async () => {
    await cases.bulkWrite(
      before.map((replacement) => ({
        replaceOne: { filter: { _id: replacement['_id'] }, replacement },
      })),
    );
  };
}
