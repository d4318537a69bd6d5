import type { MediationCase } from './case.ts';
import type { CaseState } from './case-state.ts';
import type { FactKind } from './fact.ts';
import type { CaseWorker } from './worker.ts';

/** The states of a case that has gone to arbitration as a whole. */
const WHOLE: readonly CaseState[] = [
  'handed-to-arbitration',
  'arbitration-accepted',
  'arbitration-refused',
  'awarded',
  'settled-in-arbitration',
  'arbitration-withdrawn',
];
/** The states of a case of which some workers may be in arbitration while others are not. */
export const BESIDE_ARBITRATION: readonly CaseState[] = [
  'in-mediation',
  'agreed',
  'confirmation-pending',
  'confirmed',
  'breached',
  'performed',
  'failed',
  'not-accepted',
];
/** Where a line of the timeline leaves what is in arbitration. */
const LEADS_TO: Partial<Record<FactKind, CaseState>> = {
  'handed-to-arbitration': 'handed-to-arbitration',
  'arbitration-accepted': 'arbitration-accepted',
  'arbitration-refused': 'arbitration-refused',
  'award-made': 'awarded',
  'arbitration-settled': 'settled-in-arbitration',
  'arbitration-withdrawn': 'arbitration-withdrawn',
};

type InArbitration = Pick<MediationCase, 'state' | 'workers' | 'timeline'>;

/** Those whose claims went to the commission, whatever it said of them. */
export function isInArbitration({ outcome, left }: CaseWorker): boolean {
  return !left && outcome?.kind === 'handed-to-arbitration';
}

export function isArbitrationState(state: CaseState): boolean {
  return WHOLE.includes(state);
}

/** How the arbitration of a case stands, or that of some of its workers; null where nobody of it is there. */
export function arbitrationState({ state, workers, timeline }: InArbitration): CaseState | null {
  if (isArbitrationState(state)) return state;
  if (!BESIDE_ARBITRATION.includes(state) || !workers.some(isInArbitration)) return null;
  return lastStep(timeline) ?? 'handed-to-arbitration';
}

/** The commission did not take the claims, or they were taken back: they can be brought again, and the year runs (O33 27). */
export function cameToNothing({ timeline }: Pick<MediationCase, 'timeline'>): boolean {
  const last = lastStep(timeline);
  return last === 'arbitration-refused' || last === 'arbitration-withdrawn';
}

function lastStep(timeline: MediationCase['timeline']): CaseState | null {
  const last = timeline.findLast(({ kind }) => LEADS_TO[kind] !== undefined);
  return (last && LEADS_TO[last.kind]) ?? null;
}

/** From where a step of arbitration is taken: the whole case stands there, or those of it who are in arbitration do. */
export function ofPart(from: readonly CaseState[]) {
  return {
    from: [...from, ...BESIDE_ARBITRATION],
    isOpen: (subject: MediationCase) => {
      const state = arbitrationState(subject);
      return state !== null && from.includes(state);
    },
  };
}
