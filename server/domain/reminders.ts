import type { RuleCode } from './deadline-rules.ts';

/** Whom a notice is for; the sweep finds the people behind it. */
export type Audience =
  | { role: 'mediator' }
  | { role: 'head' }
  | { role: 'supervisor' }
  | { role: 'union-of-region'; regionCode: string }
  | { role: 'accounts'; accountIds: string[] }
  | { role: 'root-supervisor' }
  /** Head and supervisor of the case, the unions of these regions, the heads of these organisations; each once. */
  | { role: 'warning-circle'; regionCodes: string[]; organisationIds: string[] };

/** When somebody is reminded of a deadline: calendar days from the due day, negative before it. */
export interface ReminderRow {
  rule: RuleCode;
  daysFromDue: number;
  to: 'mediator' | 'head' | 'supervisor';
}

/** First the one who must act, then the head, then the supervisor. */
export const REMINDERS: readonly ReminderRow[] = [
  { rule: 'M1', daysFromDue: -1, to: 'head' },
  { rule: 'M1', daysFromDue: 0, to: 'head' },
  { rule: 'M1', daysFromDue: 1, to: 'supervisor' },
  { rule: 'M3', daysFromDue: -3, to: 'mediator' },
  { rule: 'M3', daysFromDue: 0, to: 'mediator' },
  { rule: 'M3', daysFromDue: 1, to: 'head' },
  { rule: 'M3', daysFromDue: 3, to: 'supervisor' },
  { rule: 'M3n', daysFromDue: -3, to: 'mediator' },
  { rule: 'M3n', daysFromDue: 0, to: 'mediator' },
  { rule: 'M3n', daysFromDue: 1, to: 'head' },
  { rule: 'M3n', daysFromDue: 3, to: 'supervisor' },
  { rule: 'M5', daysFromDue: -5, to: 'mediator' },
  { rule: 'M6', daysFromDue: -7, to: 'mediator' },
  { rule: 'M8', daysFromDue: -3, to: 'mediator' },
  { rule: 'M8', daysFromDue: 1, to: 'mediator' },
  { rule: 'M8', daysFromDue: 3, to: 'head' },
  { rule: 'A1', daysFromDue: -30, to: 'mediator' },
  { rule: 'A1', daysFromDue: -7, to: 'mediator' },
  { rule: 'A1', daysFromDue: -3, to: 'head' },
];
