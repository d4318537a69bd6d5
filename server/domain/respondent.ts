import type { PartialDay } from './partial-day.ts';
import type { Place } from './place.ts';

export const RESPONDENT_KINDS = [
  'employer',
  'dispatch-agency',
  'user-unit',
  'general-contractor',
  'subcontractor',
  'individual-contractor',
  'client',
  'platform',
  'partner-firm',
  'investor',
  'guarantor',
  'insurer',
  'intermediary',
  'school',
  'heir',
  'public-body',
  'individual',
  'other',
] as const;
export type RespondentKind = (typeof RESPONDENT_KINDS)[number];

export const RESPONDENT_CHANGES = [
  'found-wrong-party',
  'replaced',
  'died',
  'deregistered',
  'fled',
  'insolvent',
  'being-wound-up',
  'detained',
  'reappeared',
  'released-from-case',
] as const;

/** What became of a respondent, on which day and why. */
export interface RespondentChange {
  kind: (typeof RESPONDENT_CHANGES)[number];
  on: PartialDay | null;
  reason: string | null;
  /** Who stands in their place, where somebody does. */
  successorId: string | null;
}

export interface Respondent {
  id: string;
  kind: RespondentKind;
  /** Null where only what it is is known; then `description` says that. */
  name: string | null;
  description?: string | null;
  creditCode: string | null;
  registeredAt: Place | null;
  joinedOn?: PartialDay | null;
  changes?: RespondentChange[];
}

/** A respondent as it is entered; the service gives the id. */
export type NewRespondent = Omit<Respondent, 'id' | 'joinedOn' | 'changes'>;

/** Whether any can be found again among the respondents of other cases. */
export function haveCreditCode(respondents: readonly Pick<Respondent, 'creditCode'>[]): boolean {
  return respondents.some(({ creditCode }) => creditCode !== null);
}
