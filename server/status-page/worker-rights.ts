import type { Bilingual } from '../domain/bilingual.ts';
import type { MediationCase } from '../domain/case.ts';
import type { CaseState } from '../domain/case-state.ts';
import { type ClockContext, type Deadline, dayToActBy } from '../domain/deadline.ts';
import type { RuleCode } from '../domain/deadline-rules.ts';
import { deadlinesOf } from '../domain/deadlines.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import type { LegalDay } from '../domain/legal-day.ts';
import type { CaseWorker } from '../domain/worker.ts';
import { ownEvents } from './own-events.ts';
import { rightName } from './right-names.ts';

/** Something that a worker may do or wait for, and its day. */
export interface WorkerRight extends Bilingual {
  rule: RuleCode;
  /** What the day is for. */
  name: Bilingual;
  /** Of a limitation the day that relies on nothing arguable; null where no limit runs. */
  day: LegalDay | null;
  provisional: boolean;
}

export interface WorkerRightsContext {
  clock: ClockContext;
  /** How it stands for them. */
  state: CaseState;
  today: LegalDay;
}

/** One limitation is shown where several members of a group have their own: the earliest is safe for each. */
const LIMITATIONS: readonly RuleCode[] = ['A1', 'A11'];

/** The rights of some workers of a case for whom it stands alike, the earliest day first; never of the other side. */
export function workerRights(
  subject: MediationCase,
  workers: readonly CaseWorker[],
  { clock, state, today }: WorkerRightsContext,
): WorkerRight[] {
  const shown = ownEvents(subject, workers)
    .flatMap((events) => deadlinesOf(events, clock))
    .filter((deadline) => isShown(deadline, state, today))
    .sort(byDay);
  // A group of hundreds has thousands of instalments, on a few days.
  const distinct = new Map<string, Deadline>();
  for (const deadline of shown) {
    const { rule, startedOn } = deadline;
    const key = LIMITATIONS.includes(rule) ? rule : [rule, startedOn, dayToActBy(deadline)].join(' ');
    if (!distinct.has(key)) distinct.set(key, deadline);
  }
  return [...distinct.values()].flatMap((deadline) => rightOf(deadline, state));
}

function isShown(deadline: Deadline, state: CaseState, today: LegalDay): boolean {
  const right = rightName(deadline.rule, state);
  const day = dayToActBy(deadline);
  if (right === null || deadline.state === 'ended' || deadline.subject === 'employer') return false;
  return !right.untilItsDay || day === null || day >= today;
}

function rightOf(deadline: Deadline, state: CaseState): WorkerRight[] {
  const { rule, provisional } = deadline;
  const right = rightName(rule, state);
  if (right === null) return [];
  return [
    {
      rule,
      name: { zh: right.zh, en: right.en },
      day: dayToActBy(deadline),
      provisional,
      zh: explainDeadline(deadline, { language: 'zh', audience: 'worker' }),
      en: explainDeadline(deadline, { language: 'en', audience: 'worker' }),
    },
  ];
}

/** What has no day comes after what has. */
function byDay(a: Deadline, b: Deadline): number {
  const [first, second] = [dayToActBy(a), dayToActBy(b)];
  return Number(first === null) - Number(second === null) || (first ?? '').localeCompare(second ?? '');
}
