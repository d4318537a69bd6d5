import type { RuleCode } from './deadline-rules.ts';
import { REMINDERS, type ReminderRow } from './reminders.ts';
import type { HoursOfDay } from './working-hours.ts';

/** The ways in which a notice reaches somebody, a row of the ledger each. */
export const CHANNELS = ['mail', 'text-message', 'telephone', 'webhook'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** What an organisation decides of its reminders. */
export interface ReminderSettings {
  /** Rules whose rows of the table are replaced: who, and how many days before or after. */
  rules: Partial<Record<RuleCode, readonly ReminderRow[]>>;
  /** Tried in this order; a colleague with a telephone always comes last. */
  channels: { staff: readonly 'mail'[]; worker: readonly 'text-message'[] };
  /** When workers may be written to, every day of the week, where a worker asked for no other hours. */
  workerHours: HoursOfDay;
}

export const DEFAULT_REMINDER_SETTINGS: ReminderSettings = {
  rules: {},
  channels: { staff: ['mail'], worker: ['text-message'] },
  workerHours: { fromHour: 8, untilHour: 20 },
};

/** Who is reminded of a rule's day, and when, in an organisation with these settings. */
export function remindersOfRule(
  rule: RuleCode,
  { rules }: Pick<ReminderSettings, 'rules'>,
): readonly ReminderRow[] {
  return rules[rule] ?? REMINDERS[rule];
}
