import type { ToldSums } from './case.ts';
import type { FormerValues } from './former-values.ts';
import type { FactDetails } from './outside-facts/outside-fact.ts';
import type { OutsideFactKind } from './outside-facts.ts';
import type { PartialDay } from './partial-day.ts';
import type { Sum } from './worker.ts';

/** What the steps of a case leave on its timeline. */
export const STEP_FACT_KINDS = [
  'registered',
  'respondent-asked',
  'accepted',
  'not-accepted',
  'mediator-assigned',
  'mediation-started',
  'session-held',
  'mediation-extended',
  'mediation-paused',
  'mediation-resumed',
  'agreed',
  'confirmation-applied',
  'confirmed',
  'confirmation-refused',
  'instalment-paid',
  'instalment-missed',
  'payment-received',
  'duty-done',
  'breached',
  'performed',
  'failed',
  'withdrawn',
  'terminated',
  'handed-to-arbitration',
  'arbitration-accepted',
  'arbitration-refused',
  'award-made',
  'arbitration-settled',
  'arbitration-withdrawn',
  'returned-from-arbitration',
  'transfer-offered',
  'transfer-accepted',
  'transfer-returned',
  'archived',
  'reopened',
  'risk-recorded',
  'warning-acknowledged',
  'worker-joined',
  'worker-left',
  'representatives-named',
  'headcount-told',
  'respondent-joined',
  'respondent-changed',
  'worker-corrected',
  'respondent-corrected',
  'claims-added',
  'claim-corrected',
  'representation-ended',
  'helper-added',
  'helper-revoked',
  'claim-assessed',
  'sums-told',
  'referred',
  'referral-answered',
  'case-linked',
  'body-joined',
  'closing-written',
  'receipt-code-replaced',
  'corrected',
  'person-barred',
  'bar-lifted',
  'opened-in-emergency',
  'numbers-disclosed',
  'consent-given',
  'consent-withdrawn',
  'legal-hold-set',
  'legal-hold-lifted',
  'erased',
] as const;
/** The numbers of a person that are masked until somebody says why they need them. */
export const DISCLOSED_FIELDS = ['phone', 'idNumber'] as const;
export type DisclosedField = (typeof DISCLOSED_FIELDS)[number];

/** The days that steps are told beside the one on which they happened. */
export const FACT_DAYS = [
  'rightKnownOn',
  'employmentEndedOn',
  'applicantConsentOn',
  'respondentConsentOn',
  'recusalCheckedOn',
  'rightsNoticeOn',
  'workerSignedOn',
  'respondentSignedOn',
  'mediatorSignedOn',
  'sealedOn',
  'acceptedOn',
  'calledBackOn',
  'adviceGivenOn',
  'receivedOn',
] as const;
export type FactDay = (typeof FACT_DAYS)[number];

export type FactKind = (typeof STEP_FACT_KINDS)[number] | OutsideFactKind;

/**
 * One line of the timeline: the day it happened, as far as that is known, and when and by whom it was recorded.
 * Lines are only added.
 */
export interface Fact {
  id: string;
  kind: FactKind;
  /** Null where nobody knows the day. */
  happenedOn: PartialDay | null;
  /** What else the step was told to have happened when, as far as it is known: consent, notice, signature, receipt. */
  days?: Partial<Record<FactDay, PartialDay>>;
  recordedAt: Date;
  recordedBy: string;
  /** A remark, in words. */
  note: string | null;
  /** The coded reason, where the step has one. */
  reason?: string;
  /** How many workers it concerns, where it is not all. */
  workers?: number;
  sum?: Sum;
  /** The office, court or commission that did it or that it went to. */
  body?: string;
  /** Of a fact from outside: what the clock was told of it beside its day. */
  details?: FactDetails;
  /** The agreement, instalment, worker, respondent, referral or line that it is about, by its id. */
  about?: string;
  /** Of a correction: which of the line's days it sets right; its own where nothing is said. */
  day?: FactDay;
  /** What a row said before it was corrected. */
  was?: FormerValues;
  /** The sums of the case as a whole, as they were told. */
  toldSums?: ToldSums;
  /** Which numbers were shown; never the numbers. */
  fields?: DisclosedField[];
}
