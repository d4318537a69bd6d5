import type { PartialDay } from './partial-day.ts';
import type { Sum } from './worker.ts';

/** Under which title the parties agreed, from a paper of the centre to one of a court. */
export const INSTRUMENTS = [
  'mediation-agreement',
  'arbitration-mediation-statement',
  'court-mediation-statement',
  'settlement',
  'oral',
] as const;

export const WAYS_OF_SIGNING = ['in-person', 'online', 'by-fax', 'by-post'] as const;

/** Who gives the money: often not the debtor. */
export const PAYER_KINDS = [
  'debtor',
  'contractor',
  'client',
  'shareholders',
  'guarantor',
  'wage-guarantee-fund',
  'government-advance',
  'court-enforcement',
  'other',
] as const;
export type PayerKind = (typeof PAYER_KINDS)[number];

export interface Instalment {
  id: string;
  dueOn: string;
  /** Null where only the day is agreed or known. */
  amountFen: number | null;
  /** Where a worker has a plan of their own. */
  workerId?: string | null;
  paidOn: PartialDay | null;
}

/** Something to be done that is not money, with the day on which the mediator is reminded to look whether it was. */
export interface Duty {
  id: string;
  duty: string;
  checkOn: string | null;
  doneOn: PartialDay | null;
}

/** 司法确认 or 仲裁审查: asked for by both sides together. */
export interface Confirmation {
  by: 'court' | 'commission';
  appliedOn: PartialDay | null;
  result: 'confirmed' | 'refused' | 'withdrawn' | null;
  decidedOn: PartialDay | null;
  reference: string | null;
}

/** 调解协议书. In force when both parties and the mediator have signed and the seal is on it (LDMAA 14). */
export interface Agreement {
  id: string;
  instrument?: (typeof INSTRUMENTS)[number];
  terms: string | null;
  /** Whom it binds; without it, all who were in the dispute then. */
  workerIds?: string[];
  /** How many it binds where the list does not say who. */
  workersBound?: number | null;
  /** Who owes, and who pays. */
  debtorIds?: string[];
  payer?: PayerKind;
  sum?: Sum | null;
  /** What falls due besides where it is not kept (违约金). */
  penaltyFen?: number | null;
  signedBy?: (typeof WAYS_OF_SIGNING)[number] | null;
  workerSignedOn: PartialDay | null;
  respondentSignedOn: PartialDay | null;
  mediatorSignedOn: PartialDay | null;
  sealedOn: PartialDay | null;
  /** The last of the four; null where one of them is not known. */
  inForceOn: PartialDay | null;
  instalments: Instalment[];
  duties?: Duty[];
  confirmation?: Confirmation | null;
}
