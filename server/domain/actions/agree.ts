import type { Agreement } from '../case.ts';
import { Fault } from '../fault.ts';
import type { LegalDay } from '../legal-day.ts';
import { owesOnlyWages } from '../wage-claims.ts';
import type { CaseAction } from './case-action.ts';

export interface AgreeInput {
  terms: string;
  workerSignedOn: LegalDay;
  respondentSignedOn: LegalDay;
  mediatorSignedOn: LegalDay;
  sealedOn: LegalDay;
  instalments: { dueOn: LegalDay; amountFen: number }[];
}

/**
 * 已达成协议. In force on the last of three signatures and the seal (LDMAA 14): M3 ends, M5 and M6 start,
 * and each instalment's day is kept (M8).
 */
export const agree: CaseAction<AgreeInput> = {
  from: ['in-mediation'],
  by: ['mediator', 'head'],
  happenedOn: ({ workerSignedOn, respondentSignedOn, mediatorSignedOn, sealedOn }) => ({
    workerSignedOn,
    respondentSignedOn,
    mediatorSignedOn,
    sealedOn,
  }),
  inOrder: [],
  movesOn: null,
  apply: (subject, input, { newId }) => {
    const { workerSignedOn, respondentSignedOn, mediatorSignedOn, sealedOn } = input;
    const inForceOn = [workerSignedOn, respondentSignedOn, mediatorSignedOn, sealedOn].reduce((a, b) =>
      a > b ? a : b,
    );
    for (const [index, { dueOn }] of input.instalments.entries()) {
      if (dueOn >= inForceOn) continue;
      throw new Fault('days_out_of_order', {
        pointer: `/instalments/${index}/dueOn`,
        params: { day: dueOn, earliest: inForceOn, other: 'inForceOn' },
      });
    }
    const instalments = input.instalments.map((row) => ({ ...row, id: newId(), paidOn: null }));
    // A day off brings wages forward, and only wages (国务院令724号 14).
    const wages = owesOnlyWages(subject.workers);
    const agreement: Agreement = { ...input, id: newId(), inForceOn, instalments };
    return {
      state: 'agreed',
      set: { agreements: [...subject.agreements, agreement] },
      events: [
        { kind: 'agreement-in-force', on: inForceOn },
        ...instalments.map(({ id, dueOn }) => ({
          kind: 'instalment-agreed' as const,
          on: inForceOn,
          instalmentId: id,
          dueOn,
          wages,
        })),
      ],
      facts: [{ kind: 'agreed', happenedOn: inForceOn, note: null }],
    };
  },
};
