import { agreedTotalFen } from '../agreed-total.ts';
import type { Agreement, INSTRUMENTS, PayerKind, WAYS_OF_SIGNING } from '../agreement.ts';
import type { MediationCase } from '../case.ts';
import type { DeadlineEvent } from '../deadline-events.ts';
import { Fault } from '../fault.ts';
import type { LegalDay } from '../legal-day.ts';
import { toldDays } from '../line-days.ts';
import { earliestOf, isSurelyAfter, lastOf, type PartialDay } from '../partial-day.ts';
import { ofSome } from '../unsettled.ts';
import { claimsOf, owesOnlyWages } from '../wage-claims.ts';
import { isInDispute, type Sum } from '../worker.ts';
import { boundBy } from '../workers-to-tell.ts';
import { yuanText } from '../yuan-text.ts';
import type { CaseAction } from './case-action.ts';
import { clockEvent } from './clock-events.ts';
import { endForWorkers, shareOf, stateAfter } from './worker-outcomes.ts';

export interface AgreeInput {
  terms: string | null;
  instrument: (typeof INSTRUMENTS)[number];
  /** Whom it binds; null: all who are still in dispute. */
  workerIds: string[] | null;
  /** How many it binds, where the list does not say who. */
  workersBound: number | null;
  debtorIds: string[];
  payer: PayerKind;
  sum: Sum | null;
  penaltyFen: number | null;
  signedBy: (typeof WAYS_OF_SIGNING)[number] | null;
  workerSignedOn: PartialDay | null;
  respondentSignedOn: PartialDay | null;
  mediatorSignedOn: PartialDay | null;
  sealedOn: PartialDay | null;
  instalments: { dueOn: LegalDay; amountFen: number | null; workerId: string | null }[];
  duties: { duty: string; checkOn: LegalDay | null }[];
  note: string | null;
}

/**
 * 已达成协议, for some or all workers. In force on the last of three signatures and the seal (LDMAA 14): M3 ends,
 * M5 and M6 start, and each instalment's day is kept (M8). A case may hold several.
 */
export const agree: CaseAction<AgreeInput> = {
  // A second one after a breach, and one more for a batch that signs later.
  from: ['in-mediation', 'agreed', 'confirmation-pending', 'confirmed', 'breached'],
  by: ['mediator', 'head'],
  lacks: ({ timeline }) =>
    timeline.some(({ kind }) => kind === 'session-held')
      ? []
      : [{ code: 'session-record', zh: '尚无调解笔录', en: 'there is no record of a session yet' }],
  happenedOn: ({ workerSignedOn, respondentSignedOn, mediatorSignedOn, sealedOn }) => ({
    workerSignedOn,
    respondentSignedOn,
    mediatorSignedOn,
    sealedOn,
  }),
  inOrder: [],
  movesOn: null,
  apply: (subject, input, { newId }) => {
    const inForceOn = lastOf([
      input.workerSignedOn,
      input.respondentSignedOn,
      input.mediatorSignedOn,
      input.sealedOn,
    ]);
    checkIds(subject, input);
    checkInstalments(input, inForceOn);
    checkSum(input);
    // All who were bound before may be bound anew: a second agreement after a breach.
    const bound = endForWorkers(subject, {
      kind: 'settled',
      on: inForceOn,
      workerIds: input.workerIds,
      ...(input.workerIds === null ? {} : { from: () => true }),
    });
    const agreement = agreementOf(input, { id: newId(), inForceOn, bound: bound.ids, newId });
    return {
      state: stateAfter(subject, bound.workers, 'agreed'),
      set: { agreements: [...subject.agreements, agreement], workers: bound.workers },
      events: agreementEvents(agreement, { ...subject, workers: bound.workers }),
      facts: [
        {
          kind: 'agreed',
          happenedOn: inForceOn,
          ...toldDays('agreed', input),
          note: input.note,
          about: agreement.id,
          ...(input.workersBound === null
            ? shareOf(subject.workers, bound.ids)
            : { workers: input.workersBound }),
          ...(input.sum === null ? {} : { sum: input.sum }),
        },
      ],
    };
  },
};

function agreementOf(
  input: AgreeInput,
  given: { id: string; inForceOn: PartialDay | null; bound: string[]; newId: () => string },
): Agreement {
  const { workerIds: _, note: __, ...rest } = input;
  return {
    ...rest,
    id: given.id,
    workerIds: given.bound,
    inForceOn: given.inForceOn,
    instalments: input.instalments.map((row) => ({ ...row, id: given.newId(), paidOn: null })),
    duties: input.duties.map((row) => ({ ...row, id: given.newId(), doneOn: null })),
    confirmation: null,
  };
}

/** Such an agreement is not open to review (O33 74). */
function isAboutRelationAlone(subject: MediationCase): boolean {
  const claims = claimsOf(subject);
  return claims.length > 0 && claims.every(({ cause }) => cause === 'labour-relation');
}

/** What an agreement sets running: its confirmation (M5, M6) where the day is known, and each instalment (M8). */
export function agreementEvents(
  { id, inForceOn, instalments, workerIds }: Agreement,
  subject: MediationCase,
): DeadlineEvent[] {
  const wages = owesOnlyWages(subject);
  const labourRelation = isAboutRelationAlone(subject);
  const partial = subject.workers.some(isInDispute);
  return [
    ...clockEvent(inForceOn, {
      kind: 'agreement-in-force',
      agreementId: id,
      ...(labourRelation ? { labourRelation } : {}),
      ...(partial ? { partial } : {}),
      ...ofSome(
        subject,
        boundBy(subject.workers, workerIds).map(({ id: workerId }) => workerId),
      ),
    }),
    ...instalments.map(({ id: instalmentId, dueOn }) => ({
      kind: 'instalment-agreed' as const,
      on: inForceOn === null ? dueOn : earliestOf(inForceOn),
      instalmentId,
      dueOn,
      // A day off brings wages forward, and only wages (国务院令724号 14).
      wages,
    })),
  ];
}

function checkInstalments({ instalments }: AgreeInput, inForceOn: PartialDay | null): void {
  for (const [index, { dueOn }] of instalments.entries()) {
    if (inForceOn === null || !isSurelyAfter(inForceOn, dueOn)) continue;
    throw new Fault('days_out_of_order', {
      pointer: `/instalments/${index}/dueOn`,
      params: { day: dueOn, earliest: inForceOn, other: 'inForceOn' },
    });
  }
}

/** Instalments may leave a part to be paid at once, but cannot come to more than they are instalments of. */
function checkSum({ sum, instalments }: AgreeInput): void {
  if (sum === null || sum.precision !== 'exact') return;
  const totalFen = agreedTotalFen({ instalments });
  if (totalFen <= sum.fen) return;
  throw new Fault('instalments_above_sum', {
    pointer: '/sum/fen',
    params: { total: yuanText(totalFen), sum: yuanText(sum.fen) },
  });
}

function checkIds({ workers, respondents }: MediationCase, { debtorIds, instalments }: AgreeInput): void {
  const debtors = new Set(respondents.map(({ id }) => id));
  for (const [index, id] of debtorIds.entries()) {
    if (!debtors.has(id)) throw new Fault('respondent_not_found', { pointer: `/debtorIds/${index}` });
  }
  const known = new Set(workers.map(({ id }) => id));
  for (const [index, { workerId }] of instalments.entries()) {
    if (workerId === null || known.has(workerId)) continue;
    throw new Fault('worker_not_found', { pointer: `/instalments/${index}/workerId` });
  }
}
