import type { RuleCode } from './deadline-rules.ts';
import { isSame } from './is-same.ts';
import { type LegalDay, legalDayOf } from './legal-day.ts';
import { type ReminderSettings, remindersOfRule } from './reminder-settings.ts';
import type { ReminderRow } from './reminders.ts';

/** The rows that an organisation had of its own, and until when. */
export interface FormerRows {
  until: Date;
  rules: ReminderSettings['rules'];
}

/** How many changes are remembered: a reminder falls due within weeks of its deadline, and settings change now and then. */
const REMEMBERED = 50;

/** What is to be remembered, oldest first, when the rows are changed; nothing where they stay as they were. */
export function formerRowsAfter(
  before: { reminderSettings: ReminderSettings; formerReminderRows: FormerRows[] },
  { rules }: ReminderSettings,
  now: Date,
): FormerRows[] {
  const { reminderSettings, formerReminderRows } = before;
  if (isSame(reminderSettings.rules, rules)) return formerReminderRows;
  return [...formerReminderRows, { until: now, rules: reminderSettings.rules }].slice(-REMEMBERED);
}

/** What decides about the reminders of a rule's day. */
export interface RowsInTime {
  rule: RuleCode;
  dueOn: LegalDay;
  settings: Pick<ReminderSettings, 'rules'>;
  /** Oldest first. */
  former: readonly FormerRows[];
}

/**
 * The rows of a day, each where it held at its instant: what is set today tells nobody of what lies behind, or tells it
 * again. But a day that is still to come is caught up on: whoever should by the new rows have been told already is told now.
 */
export function rowsInForce(
  { rule, dueOn, settings, former }: RowsInTime,
  instantOf: (row: ReminderRow) => Date,
): { row: ReminderRow; at: Date }[] {
  const rows = remindersOfRule(rule, settings).map((row) => ({ row, at: instantOf(row) }));
  const since = former.at(-1)?.until;
  if (since === undefined) return rows;
  const isToCome = dueOn >= legalDayOf(since);
  const inForce = rows.filter(({ at }) => isToCome || at >= since);
  let from: Date | null = null;
  for (const { until, rules } of former) {
    for (const row of remindersOfRule(rule, { rules })) {
      const at = instantOf(row);
      const held = at < until && (from === null || at >= from);
      if (held && !inForce.some((one) => isSameRow(one.row, row))) inForce.push({ row, at });
    }
    from = until;
  }
  return inForce;
}

function isSameRow(one: ReminderRow, other: ReminderRow): boolean {
  return one.daysFromDue === other.daysFromDue && one.to === other.to;
}
