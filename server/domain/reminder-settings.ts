import { RULE_CODES, type RuleCode } from './deadline-rules.ts';
import { isSame } from './is-same.ts';
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

/** Settings with every row that holds, and pointers to what of them is as the service has it. */
export interface RemindersThatHold extends ReminderSettings {
  inherited: string[];
}

/** What an organisation set, and the table of the service for all else. Rules that remind nobody are left out. */
export function remindersThatHold(settings: ReminderSettings): RemindersThatHold {
  const { channels, workerHours } = settings;
  const usual = DEFAULT_REMINDER_SETTINGS;
  const told = RULE_CODES.filter((rule) => remindersOfRule(rule, settings).length > 0);
  return {
    rules: Object.fromEntries(told.map((rule) => [rule, remindersOfRule(rule, settings)])),
    channels,
    workerHours,
    inherited: [
      ...told.filter((rule) => settings.rules[rule] === undefined).map((rule) => `/rules/${rule}`),
      ...(isSame(channels.staff, usual.channels.staff) ? ['/channels/staff'] : []),
      ...(isSame(channels.worker, usual.channels.worker) ? ['/channels/worker'] : []),
      ...(isSame(workerHours, usual.workerHours) ? ['/workerHours'] : []),
    ],
  };
}
