import { arbitrationState, isArbitrationState, isInArbitration, ofPart } from '../arbitration-part.ts';
import type { MediationCase } from '../case.ts';
import type { CaseState } from '../case-state.ts';
import type { DeadlineEventKind } from '../deadline-events.ts';
import type { FactKind } from '../fact.ts';
import { toldDays } from '../line-days.ts';
import type { PartialDay } from '../partial-day.ts';
import type { StaffRole } from '../staff.ts';
import { othersMayStillApply } from '../unsettled.ts';
import type { Sum } from '../worker.ts';
import type { CaseAction, CaseChange } from './case-action.ts';
import { clockEvent } from './clock-events.ts';

/** What the commission's notice says: its day and its own number of the case. */
export interface ArbitrationNoticeInput {
  on: PartialDay | null;
  reference: string | null;
  note: string | null;
}

interface Notice {
  from: readonly CaseState[];
  to: CaseState;
  fact: FactKind;
  event: DeadlineEventKind;
}

const BY: readonly StaffRole[] = ['mediator', 'head', 'clerk'];

/** One step of arbitration, taken over from the commission's notice: A3 to A8 run on it and remind. */
function noticeOf({ from, to, fact, event }: Notice): CaseAction<ArbitrationNoticeInput> {
  return {
    ...ofPart(from),
    by: BY,
    happenedOn: ({ on }) => ({ on }),
    inOrder: [],
    movesOn: 'on',
    apply: (subject, input) => arbitrationChange(subject, input, { to, fact, event }),
  };
}

function arbitrationChange(
  subject: MediationCase,
  { on, reference, note }: ArbitrationNoticeInput,
  { to, fact, event }: Omit<Notice, 'from'>,
): CaseChange {
  const { handoff, state } = subject;
  return {
    // Of a part, the case stays where the others are.
    state: isArbitrationState(state) ? to : state,
    set: handoff !== null && reference !== null ? { handoff: { ...handoff, reference } } : {},
    events: clockEvent(on, { kind: event, ...(othersMayStillApply(subject) ? { partial: true } : {}) }),
    facts: [{ kind: fact, happenedOn: on, note, ...(reference === null ? {} : { body: reference }) }],
  };
}

export const recordArbitrationAcceptance = noticeOf({
  from: ['handed-to-arbitration'],
  to: 'arbitration-accepted',
  fact: 'arbitration-accepted',
  event: 'arbitration-accepted',
});

export const recordArbitrationRefusal = noticeOf({
  from: ['handed-to-arbitration'],
  to: 'arbitration-refused',
  fact: 'arbitration-refused',
  event: 'arbitration-refused',
});

const SETTLEMENT = {
  from: ['arbitration-accepted', 'awarded'],
  to: 'settled-in-arbitration',
  fact: 'arbitration-settled',
  event: 'arbitration-settled',
} as const;

/** 仲裁调解、和解: of some of a group it ends what ran at the commission, and the others are paid as was agreed. */
export const recordArbitrationSettlement: CaseAction<ArbitrationNoticeInput> = {
  ...noticeOf(SETTLEMENT),
  apply: (subject, input) => {
    const { on } = input;
    const change = arbitrationChange(subject, input, SETTLEMENT);
    const workers = subject.workers.map((worker) =>
      isInArbitration(worker) ? { ...worker, outcome: { kind: 'settled' as const, on } } : worker,
    );
    const closed = isArbitrationState(subject.state) ? clockEvent(on, { kind: 'case-closed' }) : [];
    return { ...change, set: { ...change.set, workers }, events: [...change.events, ...closed] };
  },
};

export const recordArbitrationWithdrawal = noticeOf({
  from: ['handed-to-arbitration', 'arbitration-accepted'],
  to: 'arbitration-withdrawn',
  fact: 'arbitration-withdrawn',
  event: 'arbitration-withdrawn',
});

const RETURN = {
  from: ['handed-to-arbitration', 'arbitration-accepted', 'arbitration-refused', 'arbitration-withdrawn'],
  to: 'in-mediation',
  fact: 'returned-from-arbitration',
  event: 'arbitration-withdrawn',
} as const;

/**
 * 退回: the commission gives the case back, or has it mediated again before the hearing (O33 69). Whoever had gone is in
 * dispute here again: what ran at the commission is over, the limitation runs (LDMAA 27), and so does M3.
 */
export const recordArbitrationReturn: CaseAction<ArbitrationNoticeInput> = {
  ...noticeOf(RETURN),
  apply: (subject, input) => {
    const change = arbitrationChange(subject, input, RETURN);
    const workers = subject.workers.map((worker) =>
      isInArbitration(worker) ? { ...worker, outcome: null } : worker,
    );
    const state = arbitrationState(subject);
    // Refused or withdrawn, it was over there already.
    const pending = state === 'handed-to-arbitration' || state === 'arbitration-accepted';
    return {
      ...change,
      state: 'in-mediation',
      set: { ...change.set, workers },
      events: [...(pending ? change.events : []), ...clockEvent(input.on, { kind: 'mediation-accepted' })],
    };
  },
};

export interface RecordAwardInput extends ArbitrationNoticeInput {
  /** The day on which the worker received it: A8 runs from then. */
  receivedOn: PartialDay | null;
  /** Final for the employer (LDMAA 47). */
  final: boolean;
  sum: Sum | null;
}

/** The reason on the line of an award that is final for the employer. */
export const FINAL_AWARD = 'final';

/** 裁决书: A6 has been kept; A8, to sue, runs from its receipt (LDMAA 47–50). */
export const recordAward: CaseAction<RecordAwardInput> = {
  ...ofPart(['arbitration-accepted']),
  by: BY,
  // The award may reach the worker days after the commission made it.
  happenedOn: ({ on, receivedOn }) => ({ on, ...(receivedOn === null ? {} : { receivedOn }) }),
  inOrder: [['on', 'receivedOn']],
  movesOn: 'on',
  apply: (subject, input) => {
    const { receivedOn, final, sum } = input;
    const change = arbitrationChange(subject, input, {
      to: 'awarded',
      fact: 'award-made',
      event: 'award-made',
    });
    const received = clockEvent(receivedOn, { kind: 'award-received', ...(final ? { final } : {}) });
    return {
      ...change,
      events: [...change.events, ...received],
      facts: change.facts.map((fact) => ({
        ...fact,
        ...toldDays('award-made', { receivedOn }),
        ...(final ? { reason: FINAL_AWARD } : {}),
        ...(sum === null ? {} : { sum }),
      })),
    };
  },
};
