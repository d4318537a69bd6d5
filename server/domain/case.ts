import type { DeadlineEvent } from './deadline-events.ts';
import type { RuleCode } from './deadline-rules.ts';
import type { EmployerPattern } from './employer-pattern.ts';
import type { LegalDay } from './legal-day.ts';
import type { Place } from './place.ts';
import type { Risk } from './risk.ts';
import type { WarningGrade } from './warning-grade.ts';
import type { HoursOfDay } from './working-hours.ts';

export const CASE_STATES = [
  'registered',
  'accepted',
  'not-accepted',
  'in-mediation',
  'agreed',
  'performed',
  'breached',
  'failed',
  'withdrawn',
  'handed-to-arbitration',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const INTAKE_CHANNELS = ['counter', 'telephone', 'online', 'hotline', 'field-visit'] as const;
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

export const WORKER_CATEGORIES = [
  'migrant',
  'platform',
  'dispatched',
  'part-time',
  'over-age',
  'female',
  'minor',
  'trainee',
  'injured',
  'in-hardship',
] as const;
export type WorkerCategory = (typeof WORKER_CATEGORIES)[number];

export const CAUSES = [
  'labour-relation',
  'contract',
  'termination',
  'wages',
  'overtime-pay',
  'minimum-wage',
  'double-wage',
  'economic-compensation',
  'social-insurance',
  'work-injury',
  'hours-and-leave',
  'welfare',
  'training-and-non-compete',
  'safety',
  'female-and-minor-workers',
  'dispatch',
  'collective-contract',
  'platform-work',
  'over-retirement-age',
  'other',
] as const;
export type Cause = (typeof CAUSES)[number];

export const RESPONDENT_KINDS = [
  'employer',
  'dispatch-agency',
  'user-unit',
  'general-contractor',
  'subcontractor',
  'platform',
  'partner-firm',
  'investor',
  'individual',
] as const;
export type RespondentKind = (typeof RESPONDENT_KINDS)[number];

/** What a worker asks for: a sum, in fen, or a duty that is not money (return to work, pay insurance). */
export interface Claim {
  id: string;
  cause: Cause;
  /** Null where the sum is not known, or where the claim is a duty. */
  claimedFen: number | null;
  duty: string | null;
}

/** How a worker wants to be reached; a telephone may be somebody else's, so nothing is written without consent. */
export interface WorkerContact {
  by: 'text-message' | 'call';
  /** When it is safe to call or write, where the worker said so. */
  safeHours: HoursOfDay | null;
}

export interface CaseWorker {
  id: string;
  name: string;
  phone: string | null;
  contact: WorkerContact;
  origin: Place;
  categories: WorkerCategory[];
  claims: Claim[];
}

export interface Respondent {
  id: string;
  kind: RespondentKind;
  name: string;
  creditCode: string | null;
  registeredAt: Place | null;
}

export interface Instalment {
  id: string;
  dueOn: LegalDay;
  amountFen: number;
  paidOn: LegalDay | null;
}

/** 调解协议书. In force when both parties and the mediator have signed and the seal is on it (LDMAA 14). */
export interface Agreement {
  id: string;
  terms: string;
  workerSignedOn: LegalDay;
  respondentSignedOn: LegalDay;
  mediatorSignedOn: LegalDay;
  sealedOn: LegalDay;
  inForceOn: LegalDay;
  instalments: Instalment[];
}

/** What was handed to the arbitration commission, and on whose consent. Never offers or private notes. */
export interface ArbitrationHandoff {
  commission: string;
  handedOn: LegalDay;
  consentOn: LegalDay;
  documents: string[];
}

export const FACT_KINDS = [
  'registered',
  'accepted',
  'not-accepted',
  'mediation-started',
  'session-held',
  'mediation-extended',
  'agreed',
  'instalment-paid',
  'instalment-missed',
  'performed',
  'failed',
  'withdrawn',
  'handed-to-arbitration',
  'risk-recorded',
  'warning-acknowledged',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** A person took note of a warning of this grade; what is still to be done is then in their hands. */
export interface Acknowledgement {
  grade: WarningGrade;
  at: Date;
  /** The account of the head or supervisor. */
  by: string;
}

/** One line of the timeline: the day it happened, and when and by whom it was recorded. Lines are only added. */
export interface Fact {
  id: string;
  kind: FactKind;
  happenedOn: LegalDay;
  recordedAt: Date;
  recordedBy: string;
  note: string | null;
}

/** A day that moved when a year of holidays was published, and the accounts that had been told the old one. */
export interface DayMove {
  importId: string;
  rule: RuleCode;
  /** The claim, agreement or instalment that the deadline is about, where the rule tells them apart. */
  subject: string | null;
  from: LegalDay | null;
  to: LegalDay | null;
  recordedAt: Date;
  tell: string[];
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
  receivedOn: LegalDay;
  registeredAt: Date;
  workers: CaseWorker[];
  respondents: Respondent[];
  /** Where the work was done (输入地). */
  workplace: Place;
  summary: string;
  mediatorId: string | null;
  agreements: Agreement[];
  handoff: ArbitrationHandoff | null;
  risks: Risk[];
  /** Where this case is the one that stands for several against one employer. */
  employerPatterns: EmployerPattern[];
  acknowledgements: Acknowledgement[];
  /** The events that the law's clock runs on; every due day is computed from them. */
  clock: DeadlineEvent[];
  timeline: Fact[];
  dayMoves: DayMove[];
}
