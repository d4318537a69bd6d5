import type { Agreement, MediationCase } from '../case.ts';
import { Fault } from '../fault.ts';
import type { LegalDay } from '../legal-day.ts';
import type { CaseAction, CaseChange } from './case-action.ts';

export interface RecordPaymentInput {
  instalmentId: string;
  paidOn: LegalDay;
  /** A payment counts when the worker says that it arrived. */
  workerConfirmedOn: LegalDay;
}

/** An instalment arrived and the worker confirmed it. The last one makes the case performed (已履行). */
export const recordPayment: CaseAction<RecordPaymentInput> = {
  from: ['agreed', 'breached'],
  by: ['mediator', 'head', 'clerk'],
  happenedOn: ({ paidOn, workerConfirmedOn }) => ({ paidOn, workerConfirmedOn }),
  inOrder: [['paidOn', 'workerConfirmedOn']],
  movesOn: null,
  apply: (subject, { instalmentId, paidOn }) => {
    const agreements = withPayment(subject.agreements, instalmentId, paidOn);
    const paid: CaseChange = {
      state: subject.state,
      set: { agreements },
      events: [{ kind: 'instalment-paid', on: paidOn, instalmentId }],
      facts: [{ kind: 'instalment-paid', happenedOn: paidOn, note: instalmentId }],
    };
    return allPaid({ ...subject, agreements }) ? asPerformed(paid, paidOn) : paid;
  },
};

function withPayment(agreements: Agreement[], instalmentId: string, paidOn: LegalDay): Agreement[] {
  const open = agreements.some(({ instalments }) =>
    instalments.some(({ id, paidOn }) => id === instalmentId && paidOn === null),
  );
  if (!open) throw new Fault('instalment_not_found', { pointer: '/instalmentId' });
  return agreements.map((agreement) => ({
    ...agreement,
    instalments: agreement.instalments.map((row) => (row.id === instalmentId ? { ...row, paidOn } : row)),
  }));
}

function allPaid({ agreements }: Pick<MediationCase, 'agreements'>): boolean {
  return agreements.every(({ instalments }) => instalments.every(({ paidOn }) => paidOn !== null));
}

function asPerformed(change: CaseChange, on: LegalDay): CaseChange {
  return {
    ...change,
    state: 'performed',
    events: [...change.events, { kind: 'agreement-performed', on }],
    facts: [...change.facts, { kind: 'performed', happenedOn: on, note: null }],
  };
}
