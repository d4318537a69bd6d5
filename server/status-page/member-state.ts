import { arbitrationState, isArbitrationState } from '../domain/arbitration-part.ts';
import type { MediationCase } from '../domain/case.ts';
import { AGREED_STATES, type CaseState } from '../domain/case-state.ts';
import { type CaseWorker, isInDispute } from '../domain/worker.ts';
import { agreementState } from './agreement-state.ts';

/**
 * How it stands for one worker, in the words for the state of a case. The state of a group is that of most of its
 * business; one of its members may have ended otherwise, and has other rights.
 */
export function memberState(subject: MediationCase, worker: CaseWorker): CaseState {
  const { state } = subject;
  const kind = worker.outcome?.kind;
  if (kind === 'withdrawn' || kind === 'terminated') return kind;
  // The union of the other place has all who are left.
  if (state === 'transferred') return state;
  if (kind === 'settled') return agreementState(subject, worker);
  if (kind === undefined) return stateInDispute(subject);
  if (isDoneForAll(subject)) return 'performed';
  return kind === 'failed' ? 'failed' : stateHandedOver(subject);
}

/** One who joined later is still in mediation, or about to be, whatever became of those before. */
function stateInDispute({ state, workers }: MediationCase): CaseState {
  const othersEnded = workers.some(({ outcome }) => (outcome ?? null) !== null);
  const isOfOthers = AGREED_STATES.includes(state) || isArbitrationState(state) || state === 'failed';
  return othersEnded && isOfOthers ? 'in-mediation' : state;
}

function stateHandedOver(subject: MediationCase): CaseState {
  const { state, workers } = subject;
  if (state === 'archived') return state;
  // Mediation with nobody else in dispute: the commission gave the case back.
  if (state === 'in-mediation' && !workers.some(isInDispute)) return state;
  return arbitrationState(subject) ?? 'handed-to-arbitration';
}

/** What was owed has been done for everybody, not only for those of the group who settled. */
function isDoneForAll({ state, clock, workers }: MediationCase): boolean {
  const done = clock.filter(({ kind }) => kind === 'agreement-performed');
  if (done.length > 0) return done.some(({ partial }) => partial !== true);
  return state === 'performed' && !workers.some(({ outcome }) => outcome?.kind === 'settled');
}
