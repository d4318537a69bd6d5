import type { Agreement } from './agreement.ts';
import type { CaseBar } from './case-bar.ts';
import type { CaseState } from './case-state.ts';
import type { DeadlineEvent } from './deadline-events.ts';
import type { RuleCode } from './deadline-rules.ts';
import type { EmployerPattern } from './employer-pattern.ts';
import type { Erasure, LegalHold } from './erasure.ts';
import type { Fact } from './fact.ts';
import type { LegalDay } from './legal-day.ts';
import type { PartialDay } from './partial-day.ts';
import type { Participant } from './participant.ts';
import type { Payment } from './payment.ts';
import type { Place } from './place.ts';
import type { CaseLink, Referral } from './referral.ts';
import type { Respondent } from './respondent.ts';
import type { Risk } from './risk.ts';
import type { WarningGrade } from './warning-grade.ts';
import type { CaseWorker, Claim, Headcount, Precision, Sum } from './worker.ts';

export const INTAKE_CHANNELS = [
  'counter',
  'telephone',
  'online',
  'hotline',
  'field-visit',
  'early-warning',
  'partner-union',
  'arbitration',
  'court',
  'labour-inspection',
  'petition-office',
  'other',
] as const;
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

/** What was handed to the arbitration commission, and on whose consent. Never offers or private notes. */
export interface ArbitrationHandoff {
  commission: string | null;
  handedOn: PartialDay | null;
  consentOn: PartialDay | null;
  documents: string[];
  /** Whose claims; without it, all that were still in dispute. */
  workerIds?: string[];
  /** The commission's own number of the case, and the last it said. */
  reference?: string | null;
}

/** 移送 to a union elsewhere, by letter or hand; the case goes back to where it was if it is returned. */
export interface CaseTransfer {
  id: string;
  to: string;
  reason: string;
  /** Null: on a consent that was recorded before. */
  consentOn: PartialDay | null;
  offeredOn: PartialDay;
  stateBefore: CaseState;
  answer: 'accepted' | 'returned' | null;
  answeredOn: PartialDay | null;
  answerReason: string | null;
}

/** GB/T 4754-2017: the letter of the section, and what it is in words. */
export interface Industry {
  section: string;
  description: string;
}

/** A rule of law on which the parties or the mediator rely. */
export interface LawPoint {
  law: string;
  article: string | null;
  note: string | null;
}

/** From where a case was taken over that began elsewhere or before this service. */
export interface CaseOrigin {
  reference: string | null;
  title: string | null;
  publisher: string | null;
  publishedOn: PartialDay | null;
  /** Whether the whole file was seen. */
  complete: boolean | null;
}

/** 结案小结: how it ended, in words, and what is told of sums and time where the lines do not say. */
export interface Closing {
  summary: string;
  /** Calendar days from the application to the end, as told. */
  daysTaken: number | null;
}

/** Sums of the case as a whole, as they are told where nobody knows each share. */
export interface ToldSums {
  agreed: Sum | null;
  paid: Sum | null;
  /** How well what is told of sums is known, where no sum is told. */
  precision?: Precision | null;
}

/** A person took note of a warning of this grade; what is still to be done is then in their hands. */
export interface Acknowledgement {
  grade: WarningGrade;
  at: Date;
  /** The account of the head or supervisor. */
  by: string;
}

/** A day that moved when a year of holidays was published, and who had been told the old one. */
export interface DayMove {
  importId: string;
  rule: RuleCode;
  /** The claim, agreement or instalment that the deadline is about, where the rule tells them apart. */
  subject: string | null;
  from: LegalDay | null;
  to: LegalDay | null;
  recordedAt: Date;
  /** Accounts. */
  tell: string[];
  /** Workers; none where it was recorded before they were told. */
  tellWorkers?: string[];
}

/** A dispute on its way from the first word to the last payment. */
export interface MediationCase {
  id: string;
  /** Counts the writes; every write names the version that it read. */
  version: number;
  number: string;
  organisationId: string;
  /** The organisation and all above it, so that a right over a subtree is one equality in a query. */
  organisationPath: string[];
  state: CaseState;
  channel: IntakeChannel;
  /** Which hotline, station or office, in words. */
  channelDetail?: string | null;
  /** The day of the application, as far as it is known; null where the case began without one. */
  receivedOn: PartialDay | null;
  registeredAt: Date;
  workers: CaseWorker[];
  /** What the workers claim together, where nobody knows each one's share. */
  jointClaims?: Claim[];
  /** How many are concerned, as it is told; the newest last. */
  headcounts?: Headcount[];
  respondents: Respondent[];
  /** Where the work was done (输入地); null where nobody has said. */
  workplace: Place | null;
  /** Whether the regions differ, as it is told, for as long as they are not known well enough to say. */
  toldCrossRegion?: boolean | null;
  industry?: Industry | null;
  /** Offices that take part, beside the organisation that has the case. */
  participants?: Participant[];
  lawPoints?: LawPoint[];
  /** Headings under which the case is to be found again. */
  labels?: string[];
  origin?: CaseOrigin | null;
  summary: string;
  mediatorId: string | null;
  agreements: Agreement[];
  payments?: Payment[];
  toldSums?: ToldSums | null;
  /** The last one; those before it, of others of the group or another time. */
  handoff: ArbitrationHandoff | null;
  earlierHandoffs?: ArbitrationHandoff[];
  transfers?: CaseTransfer[];
  referrals?: Referral[];
  links?: CaseLink[];
  closing?: Closing | null;
  risks: Risk[];
  /** Where this case is the one that stands for several against one employer. */
  employerPatterns: EmployerPattern[];
  acknowledgements: Acknowledgement[];
  /** Who is kept from it, whatever their role. */
  bars: CaseBar[];
  legalHold?: LegalHold | null;
  /** Set once its personal data is gone. */
  erasure?: Erasure | null;
  /** The events that the law's clock runs on; every due day is computed from them. */
  clock: DeadlineEvent[];
  timeline: Fact[];
  dayMoves: DayMove[];
}
