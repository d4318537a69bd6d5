import type { Language } from './bilingual.ts';
import type { Cause } from './causes.ts';
import type { Consent } from './consent.ts';
import type { PartialDay } from './partial-day.ts';
import type { Place } from './place.ts';
import type { HoursOfDay } from './working-hours.ts';

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

/** How well a number is known: as it is, at least this, or about this. */
export const PRECISIONS = ['exact', 'floor', 'approx'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A sum in fen, and how well it is known. */
export interface Sum {
  fen: number;
  precision: Precision;
}

/** What is asked for: a sum, in fen, or a duty that is not money (return to work, pay insurance). */
export interface Claim {
  id: string;
  cause: Cause;
  /** In the words of the one who claims; null where the cause says it all. */
  stated?: string | null;
  /** Null where the sum is not known, or where the claim is a duty. */
  claimedFen: number | null;
  claimedPrecision?: Precision;
  /** What the mediator finds owed. */
  assessedFen?: number | null;
  duty: string | null;
}

export const WORKER_OUTCOMES = [
  'settled',
  'failed',
  'withdrawn',
  'terminated',
  'handed-to-arbitration',
] as const;

/** How the dispute ended for one worker; the others of a group may end otherwise. */
export interface WorkerOutcome {
  kind: (typeof WORKER_OUTCOMES)[number];
  on: PartialDay | null;
}

export const HELPER_KINDS = ['relative', 'workmate', 'union-officer', 'lawyer', 'ngo', 'other'] as const;

/** 代办人 or 代理人: files, looks up or speaks for a worker; what they may do is written down and can be taken back. */
export interface WorkerHelper {
  id: string;
  kind: (typeof HELPER_KINDS)[number];
  name: string;
  phone: string | null;
  maySeeCase: boolean;
  maySettle: boolean;
  grantedOn: PartialDay | null;
  revokedOn: PartialDay | null;
}

/** How a worker wants to be reached; a telephone may be somebody else's, so nothing is written without consent too. */
export interface WorkerContact {
  by: 'text-message' | 'call';
  /** When it is safe to call or write, where the worker said so. */
  safeHours: HoursOfDay | null;
  /** Of text messages; null where nobody has said. */
  language?: Language | null;
}

/** One worker, with claims, people who help, and an end of their own. */
export interface CaseWorker {
  id: string;
  /** Null for one of a group whose list has yet to come. */
  name: string | null;
  phone: string | null;
  contact: WorkerContact;
  /** What they agreed to, in the order in which it was told; undefined where nobody has asked one by one. */
  consents?: Consent[];
  idNumber?: string | null;
  /** Where the worker comes from (输出地); null where nobody has said. */
  origin: Place | null;
  categories: WorkerCategory[];
  claims: Claim[];
  employedFrom?: PartialDay | null;
  employedUntil?: PartialDay | null;
  helpers?: WorkerHelper[];
  /** Elected by ten or more (LDMAA 7), and since when. */
  representativeSince?: PartialDay | null;
  /** Where they came or went after intake. */
  joinedOn?: PartialDay | null;
  left?: { on: PartialDay | null; reason: string } | null;
  outcome?: WorkerOutcome | null;
}

/** A worker as they are entered; the service gives the ids. */
export interface NewWorker extends Omit<CaseWorker, 'id' | 'claims' | 'helpers' | 'outcome' | 'left'> {
  claims: Omit<Claim, 'id'>[];
  helpers?: Omit<WorkerHelper, 'id'>[];
}

/** A worker who comes into a case. */
export function enteredWorker(worker: NewWorker, newId: () => string): CaseWorker {
  const { claims, helpers = [], ...rest } = worker;
  return {
    ...rest,
    id: newId(),
    claims: claims.map((claim) => ({ ...claim, id: newId() })),
    helpers: helpers.map((helper) => ({ ...helper, id: newId() })),
    outcome: null,
    left: null,
  };
}

/** Head counts as they are told, which may run ahead of the list: who is concerned, and of which kind how many. */
export interface Headcount {
  /** Null where only kinds are told. */
  workers: number | null;
  precision: Precision;
  /** Null where nobody has said; 0 where it is known that there are none. */
  migrant: number | null;
  platform: number | null;
  female: number | null;
  /** From when on it was so. */
  on: PartialDay | null;
}

/** Whom it still concerns what becomes of the case: not those who left it or took their claim back. */
export function isConcerned({ outcome, left }: Pick<CaseWorker, 'outcome' | 'left'>): boolean {
  return (left ?? null) === null && outcome?.kind !== 'withdrawn' && outcome?.kind !== 'terminated';
}

export function concernedIds(workers: readonly CaseWorker[]): string[] {
  return workers.filter(isConcerned).map(({ id }) => id);
}

/** Speaks for others of the group (LDMAA 7). */
export function isRepresentative({ representativeSince }: Pick<CaseWorker, 'representativeSince'>): boolean {
  return (representativeSince ?? null) !== null;
}

/** Those for whom the dispute still goes on. */
export function isInDispute({ outcome, left }: Pick<CaseWorker, 'outcome' | 'left'>): boolean {
  return (outcome ?? null) === null && (left ?? null) === null;
}
