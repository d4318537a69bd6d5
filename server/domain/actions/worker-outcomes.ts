import type { MediationCase } from '../case.ts';
import type { CaseState } from '../case-state.ts';
import { Fault } from '../fault.ts';
import type { PartialDay } from '../partial-day.ts';
import { type CaseWorker, isInDispute, type WorkerOutcome } from '../worker.ts';

interface WorkersEnd {
  kind: WorkerOutcome['kind'];
  on: PartialDay | null;
  /** Whom it concerns; without it, all for whom `from` is true. */
  workerIds: readonly string[] | null;
  /** Those of whom it can be said; the ones still in dispute, where nothing else is said. */
  from?: (worker: CaseWorker) => boolean;
}

/** The workers of a case after some of them came to an end, and how many they were. */
export function endForWorkers(
  { workers }: Pick<MediationCase, 'workers'>,
  { kind, on, workerIds, from = isInDispute }: WorkersEnd,
): { workers: CaseWorker[]; ids: string[] } {
  const ids = workerIds === null ? workers.filter(from).map(({ id }) => id) : [...new Set(workerIds)];
  const chosen = new Set(ids);
  const known = new Map(workers.map((worker) => [worker.id, worker]));
  for (const [index, id] of (workerIds ?? []).entries()) {
    const worker = known.get(id);
    const pointer = `/workerIds/${index}`;
    if (worker === undefined) throw new Fault('worker_not_found', { pointer });
    if (!from(worker)) throw new Fault('worker_not_concerned', { pointer });
  }
  return {
    ids,
    workers: workers.map((worker) => (chosen.has(worker.id) ? { ...worker, outcome: { kind, on } } : worker)),
  };
}

/** How many workers a line of the timeline concerns; nothing where it is everybody. */
export function shareOf(all: readonly unknown[], ids: readonly unknown[]): { workers?: number } {
  return ids.length < all.length ? { workers: ids.length } : {};
}

/**
 * The state of a case after some of its workers came to an end: it goes on where it is while anybody is still in
 * dispute; where some settled, the case is theirs until they are paid; else it ends as the last did.
 */
export function stateAfter(
  subject: Pick<MediationCase, 'state'>,
  workers: readonly CaseWorker[],
  target: CaseState,
): CaseState {
  if (workers.some(isInDispute)) return subject.state;
  const someSettled = workers.some(({ outcome }) => outcome?.kind === 'settled');
  return someSettled && target !== 'agreed' ? 'agreed' : target;
}
