import { cameToNothing, isInArbitration } from './arbitration-part.ts';
import type { MediationCase } from './case.ts';
import { AGREED_STATES } from './case-state.ts';
import type { RuleCode } from './deadline-rules.ts';
import { type CaseWorker, isInDispute } from './worker.ts';

type Grouped = Pick<MediationCase, 'state' | 'workers' | 'timeline'>;

export function hasFailed({ outcome, left }: CaseWorker): boolean {
  return !left && outcome?.kind === 'failed';
}

/**
 * Who may have to apply for arbitration yet, so that its limitation is theirs: those in dispute, those whom mediation
 * did not help, those whose agreement has yet to be kept, and those whose application came to nothing (LDMAA 14, 15, 27).
 */
export function mayStillApply(subject: Pick<Grouped, 'state' | 'timeline'>, worker: CaseWorker): boolean {
  const waits = worker.outcome?.kind === 'settled' && !worker.left && isToBeKept(subject.state);
  const isBack = isInArbitration(worker) && cameToNothing(subject);
  return isInDispute(worker) || hasFailed(worker) || waits || isBack;
}

/** What of a group is yet to go to arbitration, once some of it has gone. */
export function othersMayStillApply(subject: Grouped): boolean {
  return subject.workers.some((worker) => mayStillApply(subject, worker));
}

/**
 * The mark of an event that befell these workers: others of the group may have to apply yet, and the case has one clock
 * for all, on which the earlier end is the safe one.
 */
export function ofSome(subject: Grouped, ids: readonly string[]): { ofSome?: true } {
  const others = subject.workers.filter(({ id }) => !ids.includes(id));
  return others.some((worker) => mayStillApply(subject, worker)) ? { ofSome: true } : {};
}

function isToBeKept(state: MediationCase['state']): boolean {
  return AGREED_STATES.includes(state) || state === 'in-mediation';
}

/** Limits to apply by: they are of no use to whom has applied. */
const TO_APPLY: ReadonlySet<RuleCode> = new Set(['A1', 'A11', 'A15']);
/** Steps of the arbitration and what follows it: of no use to whom it does not concern. */
const OF_ARBITRATION = /^A(?:[3-6]|8|9)(?:-|$)/;

/**
 * For which workers of a group a deadline runs; null where it is not told apart: the deadline is of the case as a whole,
 * or nobody is named in it.
 */
export function workersUnder(rule: RuleCode, subject: Grouped): readonly CaseWorker[] | null {
  const { workers } = subject;
  if (workers.length === 0) return null;
  if (TO_APPLY.has(rule)) return workers.filter((worker) => mayStillApply(subject, worker));
  if (!OF_ARBITRATION.test(rule)) return null;
  const gone = workers.filter(isInArbitration);
  return gone.length === 0 ? null : gone;
}
