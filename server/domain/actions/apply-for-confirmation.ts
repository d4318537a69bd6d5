import type { Agreement, Confirmation } from '../agreement.ts';
import type { MediationCase } from '../case.ts';
import type { DeadlineEventKind } from '../deadline-events.ts';
import { Fault } from '../fault.ts';
import { toldDays } from '../line-days.ts';
import { isSurelyAfter, type PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';

export interface ApplyForConfirmationInput {
  /** Null: every agreement that has not been confirmed yet. */
  agreementId: string | null;
  by: Confirmation['by'];
  /** Both sides apply together (PML 33, O33 74). */
  appliedOn: PartialDay | null;
  acceptedOn: PartialDay | null;
  reference: string | null;
}

/** The court's way and the commission's are two: the end of one leaves the other where it is. */
export const CONFIRMATION_EVENTS = {
  court: {
    applied: 'confirmation-applied',
    accepted: 'confirmation-accepted',
    refused: 'confirmation-refused',
  },
  commission: {
    applied: 'agreement-review-applied',
    accepted: 'agreement-review-accepted',
    refused: 'agreement-reviewed',
  },
} as const satisfies Record<
  Confirmation['by'],
  Record<'applied' | 'accepted' | 'refused', DeadlineEventKind>
>;

/** 申请司法确认 or 仲裁审查: M6 or M5 has been kept, and the court's or commission's own time starts. */
export const applyForConfirmation: CaseAction<ApplyForConfirmationInput> = {
  from: ['agreed', 'confirmation-pending', 'breached', 'in-mediation'],
  by: ['mediator', 'head', 'clerk'],
  isOpen: ({ agreements }) => agreements.some(isUnconfirmed),
  // The court takes it later than it was asked, and its day is told then.
  happenedOn: ({ appliedOn, acceptedOn }) => ({ appliedOn, ...(acceptedOn === null ? {} : { acceptedOn }) }),
  inOrder: [['appliedOn', 'acceptedOn']],
  movesOn: null,
  apply: (subject, { agreementId, by, appliedOn, acceptedOn, reference }) => {
    const ids = agreementsMeant(subject, agreementId);
    const confirmation: Confirmation = { by, appliedOn, result: null, decidedOn: null, reference };
    const { applied, accepted } = CONFIRMATION_EVENTS[by];
    return {
      state: subject.state === 'in-mediation' ? subject.state : 'confirmation-pending',
      set: { agreements: withConfirmation(subject.agreements, ids, confirmation) },
      events: ids.flatMap((id) => [
        ...clockEvent(appliedOn, { kind: applied, agreementId: id }),
        ...clockEvent(acceptedOn, { kind: accepted, agreementId: id }),
      ]),
      facts: [
        {
          kind: 'confirmation-applied',
          happenedOn: appliedOn,
          ...toldDays('confirmation-applied', { acceptedOn }),
          reason: by,
          note: null,
          ...(agreementId === null ? {} : { about: agreementId }),
          ...(reference === null ? {} : { body: reference }),
        },
      ],
    };
  },
};

export interface RecordConfirmationInput {
  agreementId: string | null;
  by: Confirmation['by'];
  result: 'confirmed' | 'refused';
  decidedOn: PartialDay | null;
  reference: string | null;
  note: string | null;
}

/** 确认裁定: a confirmed agreement can be enforced; a refused one binds as before, and arbitration is open. */
export const recordConfirmation: CaseAction<RecordConfirmationInput> = {
  // A court at the table confirms on the spot, so that nobody had to wait.
  from: ['agreed', 'confirmation-pending', 'breached', 'in-mediation'],
  by: ['mediator', 'head', 'clerk'],
  isOpen: ({ agreements }) => agreements.some(isUnconfirmed),
  happenedOn: ({ decidedOn }) => ({ decidedOn }),
  inOrder: [],
  movesOn: 'decidedOn',
  apply: (subject, { agreementId, by, result, decidedOn, reference, note }) => {
    const ids = agreementsMeant(subject, agreementId);
    const agreements = subject.agreements.map((agreement) =>
      ids.includes(agreement.id)
        ? {
            ...agreement,
            confirmation: {
              by,
              appliedOn: agreement.confirmation?.appliedOn ?? null,
              result,
              decidedOn,
              reference: reference ?? agreement.confirmation?.reference ?? null,
            },
          }
        : agreement,
    );
    const state = result === 'confirmed' ? 'confirmed' : 'agreed';
    return {
      state: subject.state === 'in-mediation' ? subject.state : state,
      set: { agreements },
      events: agreements
        .filter(({ id }) => ids.includes(id))
        .flatMap((agreement) =>
          clockEvent(decidedOn, {
            kind: result === 'confirmed' ? 'agreement-confirmed' : CONFIRMATION_EVENTS[by].refused,
            agreementId: agreement.id,
            ...(result === 'confirmed' ? lastDayToPerform(agreement, decidedOn) : {}),
          }),
        ),
      facts: [
        {
          kind: result === 'confirmed' ? 'confirmed' : 'confirmation-refused',
          happenedOn: decidedOn,
          reason: by,
          note,
          ...(agreementId === null ? {} : { about: agreementId }),
          ...(reference === null ? {} : { body: reference }),
        },
      ],
    };
  },
};

/** By instalments, the limit for enforcement runs from the last one's day (CPL 250). */
export function lastDayToPerform({ instalments }: Agreement, decidedOn: PartialDay | null) {
  const last = instalments
    .map(({ dueOn }) => dueOn)
    .sort()
    .at(-1);
  return last === undefined || decidedOn === null || !isSurelyAfter(last, decidedOn)
    ? {}
    : { performUntilOn: last };
}

function isUnconfirmed({ confirmation }: Agreement): boolean {
  return confirmation?.result !== 'confirmed';
}

function agreementsMeant({ agreements }: MediationCase, agreementId: string | null): string[] {
  const open = agreements.filter(isUnconfirmed).map(({ id }) => id);
  if (agreementId === null) return open;
  if (!open.includes(agreementId)) throw new Fault('agreement_not_found', { pointer: '/agreementId' });
  return [agreementId];
}

function withConfirmation(agreements: Agreement[], ids: readonly string[], confirmation: Confirmation) {
  return agreements.map((agreement) =>
    ids.includes(agreement.id) ? { ...agreement, confirmation } : agreement,
  );
}
