import { isPaused } from '../domain/actions/pause-mediation.ts';
import type { Bilingual } from '../domain/bilingual.ts';
import type { MediationCase } from '../domain/case.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { ClockContext } from '../domain/deadline.ts';
import type { LegalDay } from '../domain/legal-day.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { CaseWorker } from '../domain/worker.ts';
import { memberState } from './member-state.ts';
import { BEFORE_AN_END } from './right-names.ts';
import { LIMIT_PASSED, PAUSED, SOME_WORKERS, STATE_WORDS } from './state-words.ts';
import { type WorkerRight, workerRights } from './worker-rights.ts';

export interface StatusContext {
  clock: ClockContext;
  today: LegalDay;
  /** The workers who are known to ask; null: anybody of the case, for number and code say no more. */
  asking: readonly CaseWorker[] | null;
}

/** What is so for some of the workers of a case, or for all. */
export interface StatusPart {
  /** Null where it is so for all who may be asking. */
  whose: Bilingual | null;
  state: CaseState;
  now: Bilingual;
  next: Bilingual;
  rights: WorkerRight[];
}

/** Where to apply for arbitration is what the worker is told to do next. */
const ARBITRATION_NEXT: readonly CaseState[] = [
  ...BEFORE_AN_END,
  'not-accepted',
  'failed',
  'withdrawn',
  'terminated',
  'arbitration-withdrawn',
];

/**
 * What the worker sees: what is happening in their matter, what comes next, the next rights with their last days, whom
 * to call. A group may have ended differently for its members; then each way is told that there is. Never sums,
 * injuries, statements of the employer, or who the other workers are.
 */
export function statusView(subject: MediationCase, organisation: Organisation, context: StatusContext) {
  const groups = [...workersByState(subject, context.asking)];
  return {
    number: subject.number,
    parts: groups.map(([state, workers]): StatusPart => {
      const whose = groups.length > 1 ? SOME_WORKERS : null;
      return { whose, ...partOf(subject, { state, workers }, context) };
    }),
    call: { name: organisation.name, phone: organisation.phone },
  };
}

/** In the order of the list; of a case that has no workers yet, as it stands. */
function workersByState(
  subject: MediationCase,
  asking: StatusContext['asking'],
): Map<CaseState, CaseWorker[]> {
  const groups = new Map<CaseState, CaseWorker[]>();
  const there = (asking ?? subject.workers).filter(({ left }) => (left ?? null) === null);
  for (const worker of there) {
    const state = memberState(subject, worker);
    const known = groups.get(state);
    if (known) known.push(worker);
    else groups.set(state, [worker]);
  }
  return groups.size === 0 ? new Map([[subject.state, []]]) : groups;
}

function partOf(
  subject: MediationCase,
  { state, workers }: { state: CaseState; workers: readonly CaseWorker[] },
  { clock, today }: StatusContext,
): Omit<StatusPart, 'whose'> {
  const words = state === 'in-mediation' && isPaused(subject.timeline) ? PAUSED : STATE_WORDS[state];
  const rights = workerRights(subject, workers, { clock, state, today });
  const lastDay = rights.find(({ rule }) => rule === 'A1' || rule === 'A11')?.day ?? null;
  // Nobody whose limit may have run out is told to wait, or to mind a day that has passed.
  const isLate = ARBITRATION_NEXT.includes(state) && lastDay !== null && lastDay < today;
  return { state, now: words.now, next: isLate ? LIMIT_PASSED : words.next, rights };
}
