import type { CaseTransfer } from '../case.ts';
import { type CaseState, OPEN_STATES } from '../case-state.ts';
import { consentMissing, dayOfConsent, withConsentToHandOn } from '../consent-to-hand-on.ts';
import type { PartialDay } from '../partial-day.ts';
import { concernedIds, isConcerned } from '../worker.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';

export interface OfferTransferInput {
  offeredOn: PartialDay;
  /** The union that is to take the case. */
  to: string;
  reason: string;
  /** Asked of each person: what, to whom, why (PIPL 23); null: on a consent that was recorded before. */
  consentOn: PartialDay | null;
}

/** 移送: offered to a union elsewhere. Until it accepts, this organisation answers for the case and its clocks run. */
export const offerTransfer: CaseAction<OfferTransferInput> = {
  from: OPEN_STATES.filter((state) => state !== 'transfer-offered'),
  by: ['head'],
  happenedOn: ({ offeredOn, consentOn }) => ({ offeredOn, ...dayOfConsent(consentOn) }),
  inOrder: [['consentOn', 'offeredOn']],
  movesOn: 'offeredOn',
  lacks: ({ workers }) => consentMissing(workers.filter(isConcerned), 'transfer'),
  apply: (subject, input, { newId }) => {
    const workerIds = concernedIds(subject.workers);
    const transfer: CaseTransfer = {
      ...input,
      id: newId(),
      stateBefore: subject.state,
      answer: null,
      answeredOn: null,
      answerReason: null,
    };
    return {
      state: 'transfer-offered',
      set: {
        transfers: [...(subject.transfers ?? []), transfer],
        workers: withConsentToHandOn(subject.workers, {
          purpose: 'transfer',
          consentOn: input.consentOn,
          workerIds,
        }),
      },
      events: clockEvent(input.offeredOn, { kind: 'transfer-sent', transferId: transfer.id }),
      facts: [
        {
          kind: 'transfer-offered',
          happenedOn: input.offeredOn,
          note: input.reason,
          body: input.to,
          about: transfer.id,
        },
      ],
    };
  },
};

export interface AnswerTransferInput {
  answeredOn: PartialDay;
  reason: string | null;
}

interface TransferAnswer {
  answer: NonNullable<CaseTransfer['answer']>;
  fact: 'transfer-accepted' | 'transfer-returned';
  stateAfter: (offered: CaseTransfer) => CaseState;
}

function answerTransfer({ answer, fact, stateAfter }: TransferAnswer): CaseAction<AnswerTransferInput> {
  return {
    from: ['transfer-offered'],
    by: ['head'],
    happenedOn: ({ answeredOn }) => ({ answeredOn }),
    inOrder: [],
    movesOn: 'answeredOn',
    apply: ({ transfers = [] }, { answeredOn, reason }) => {
      const offered = transfers.at(-1);
      if (offered === undefined) throw new Error('A case that is offered has no transfer.');
      const { id: about, to: body } = offered;
      return {
        state: stateAfter(offered),
        set: {
          transfers: [...transfers.slice(0, -1), { ...offered, answer, answeredOn, answerReason: reason }],
        },
        events: clockEvent(answeredOn, { kind: fact, transferId: about }),
        facts: [{ kind: fact, happenedOn: answeredOn, note: reason, body, about }],
      };
    },
  };
}

/** The other union has taken the case: it has its own clocks from now on, and A1 runs on as it did. */
export const recordTransferAcceptance = answerTransfer({
  answer: 'accepted',
  fact: 'transfer-accepted',
  stateAfter: () => 'transferred',
});

/** The other union does not take it: the case is where it was before. */
export const recordTransferReturn = answerTransfer({
  answer: 'returned',
  fact: 'transfer-returned',
  stateAfter: ({ stateBefore }) => stateBefore,
});
