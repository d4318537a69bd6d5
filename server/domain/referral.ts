import type { PartialDay } from './partial-day.ts';

export const REFERRAL_PURPOSES = [
  'legal-aid',
  'hardship-help',
  'labour-inspection',
  'social-insurance',
  'work-injury-recognition',
  'psychological-help',
  'procuratorate-support',
  'union-membership',
  'other',
] as const;

/** 转介: somebody else is asked to help with something that is not the case itself. */
export interface Referral {
  id: string;
  purpose: (typeof REFERRAL_PURPOSES)[number];
  to: string;
  why: string;
  workerId: string | null;
  /** Null: on a consent that was recorded before. */
  consentOn: PartialDay | null;
  sentOn: PartialDay;
  /** By when there should be an echo; without one the mediator is reminded, and the case is overdue. */
  answerDueOn: string | null;
  answeredOn: PartialDay | null;
  answer: string | null;
}

export const LINK_KINDS = [
  'same-dispute',
  'appeal-stage',
  'split-from',
  'merged-into',
  'respondents-own-case',
] as const;

/** Another case, here or elsewhere, that belongs with this one. */
export interface CaseLink {
  id: string;
  kind: (typeof LINK_KINDS)[number];
  /** The number of the other case and whose it is. */
  reference: string;
  note: string | null;
}
