import type { ArbitrationHandoff, MediationCase } from '../case.ts';
import { consentMissing, dayOfConsent, withConsentToHandOn } from '../consent-to-hand-on.ts';
import type { PartialDay } from '../partial-day.ts';
import { hasFailed, othersMayStillApply } from '../unsettled.ts';
import { isInDispute } from '../worker.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';
import { endForWorkers, shareOf } from './worker-outcomes.ts';

export interface HandToArbitrationInput {
  handedOn: PartialDay | null;
  commission: string | null;
  /** The worker's consent to hand the file over; null: one that was recorded before (PIPL 23). */
  consentOn: PartialDay | null;
  /** What was handed over, piece by piece. */
  documents: string[];
  /** Whose claims; null: of all whom mediation did not help. */
  workerIds: string[] | null;
  note: string | null;
}

const WHOLE_CASE = ['failed', 'breached', 'not-accepted'] as const;
const PART_OF_IT = ['in-mediation', 'agreed', 'confirmation-pending', 'confirmed', 'performed'] as const;

/**
 * 移送仲裁: the commission receives the application; A1 has been kept and A3 starts (LDMAA 29). Of a group, those
 * whom mediation did not help may go while the others are being paid.
 */
export const handToArbitration: CaseAction<HandToArbitrationInput> = {
  from: [...WHOLE_CASE, ...PART_OF_IT],
  by: ['mediator', 'head'],
  isOpen: (subject) => isWholeCase(subject) || subject.workers.some(hasFailed),
  happenedOn: ({ handedOn, consentOn }) => ({ handedOn, ...dayOfConsent(consentOn) }),
  inOrder: [['consentOn', 'handedOn']],
  movesOn: 'handedOn',
  lacks: (subject) =>
    consentMissing(
      subject.workers.filter((worker) => hasFailed(worker) || mayGo(subject, worker)),
      'hand-to-arbitration',
    ),
  apply: (subject, input) => {
    const { handedOn: on, consentOn, workerIds } = input;
    const { workers: ended, ids } = endForWorkers(subject, {
      kind: 'handed-to-arbitration',
      on,
      workerIds,
      from: isWholeCase(subject) ? (worker) => hasFailed(worker) || mayGo(subject, worker) : hasFailed,
    });
    const asked = { purpose: 'hand-to-arbitration' as const, consentOn, workerIds: ids };
    const workers = withConsentToHandOn(ended, asked);
    const goesOn = workers.some((worker) => hasFailed(worker) || mayGo(subject, worker));
    return {
      state: isWholeCase(subject) && !goesOn ? 'handed-to-arbitration' : subject.state,
      set: { workers, ...handoffs(subject, handoffOf(input, ids)) },
      events: clockEvent(on, {
        kind: 'arbitration-applied',
        ...(othersMayStillApply({ ...subject, workers }) ? { partial: true } : {}),
      }),
      facts: [
        {
          kind: 'handed-to-arbitration',
          happenedOn: on,
          note: input.note,
          ...(input.commission === null ? {} : { body: input.commission }),
          ...shareOf(subject.workers, ids),
        },
      ],
    };
  },
};

function handoffOf({ note: _, ...input }: HandToArbitrationInput, workerIds: string[]): ArbitrationHandoff {
  return { ...input, workerIds };
}

/** What was handed over before, of others of the group or another time, stays beside it. */
function handoffs(
  { handoff, earlierHandoffs = [] }: MediationCase,
  next: ArbitrationHandoff,
): Pick<MediationCase, 'handoff' | 'earlierHandoffs'> {
  return handoff === null
    ? { handoff: next }
    : { handoff: next, earlierHandoffs: [...earlierHandoffs, handoff] };
}

function isWholeCase({ state }: Pick<MediationCase, 'state'>): boolean {
  return WHOLE_CASE.some((one) => one === state);
}

/** After a refusal those who applied; after a breach those whose agreement was not kept (LDMAA 15). */
function mayGo({ state }: Pick<MediationCase, 'state'>, worker: MediationCase['workers'][number]): boolean {
  if (state === 'not-accepted') return isInDispute(worker);
  return state === 'breached' && (isInDispute(worker) || worker.outcome?.kind === 'settled');
}
