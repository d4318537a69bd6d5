import type { PartialDay } from './partial-day.ts';

export const RISK_KINDS = [
  'petition-or-stoppage-planned',
  'employer-may-flee',
  'employer-fled',
  'death-at-work',
  'violence-threatened',
  'self-harm-threatened',
] as const;
export type RiskKind = (typeof RISK_KINDS)[number];

/** Something that a person came to know and that makes a case dangerous. */
export interface Risk {
  id: string;
  kind: RiskKind;
  /** The day on which it became known. */
  knownOn: PartialDay;
  /** For the file; it may name people, so it is in no warning. */
  note: string | null;
  recordedAt: Date;
}
