import type { Bilingual } from '../domain/bilingual.ts';
import type { MediationCase } from '../domain/case.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { ClockContext, Deadline } from '../domain/deadline.ts';
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
  const rights = ownEvents(subject, workers)
    .flatMap((events) => deadlinesOf(events, clock))
    .flatMap((deadline) => rightOf(deadline, state, today))
    .sort(byDay);
  const shown = new Map<string, WorkerRight>();
  for (const right of rights) {
    const key = LIMITATIONS.includes(right.rule) ? right.rule : [right.rule, right.day, right.zh].join('\n');
    if (!shown.has(key)) shown.set(key, right);
  }
  return [...shown.values()];
}

function rightOf(deadline: Deadline, state: CaseState, today: LegalDay): WorkerRight[] {
  const { rule, provisional, cautiousOn, dueOn } = deadline;
  const right = rightName(rule, state);
  const day = cautiousOn ?? dueOn;
  if (right === null || deadline.state === 'ended' || deadline.subject === 'employer') return [];
  if (right.untilItsDay && day !== null && day < today) return [];
  return [
    {
      rule,
      name: { zh: right.zh, en: right.en },
      day,
      provisional,
      zh: explainDeadline(deadline, { language: 'zh', audience: 'worker' }),
      en: explainDeadline(deadline, { language: 'en', audience: 'worker' }),
    },
  ];
}

/** What has no day comes after what has. */
function byDay(a: WorkerRight, b: WorkerRight): number {
  return Number(a.day === null) - Number(b.day === null) || (a.day ?? '').localeCompare(b.day ?? '');
}
