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

/** The rows of a rule, and from when until when; null: always, or still. */
interface Span {
  rows: readonly ReminderRow[];
  from: Date | null;
  until: Date | null;
}

/**
 * The rows of a day, each where it held at its instant: what is set today tells nobody of what lies behind, or tells it
 * again; today itself counts. And a day that is still to come is caught up on: whoever should by the new rows have been
 * told already is told now.
 */
export function rowsInForce(
  { rule, dueOn, settings, former }: RowsInTime,
  instantOf: (row: ReminderRow) => Date,
): { row: ReminderRow; at: Date }[] {
  const inForce: { row: ReminderRow; at: Date }[] = [];
  for (const { rows, from, until } of spansOf(rule, { settings, former })) {
    const isToCome = from === null || dueOn >= legalDayOf(from);
    for (const row of rows) {
      const at = instantOf(row);
      const held = (isToCome || legalDayOf(at) >= legalDayOf(from)) && (until === null || at < until);
      if (held && !inForce.some((one) => isSameRow(one.row, row))) inForce.push({ row, at });
    }
  }
  return inForce;
}

/** What a rule's rows were and are, the oldest first; a change of other rules is none of this one. */
function spansOf(rule: RuleCode, { settings, former }: Pick<RowsInTime, 'settings' | 'former'>): Span[] {
  const spans: Span[] = [];
  for (const { rules, until } of [...former, { rules: settings.rules, until: null }]) {
    const rows = remindersOfRule(rule, { rules });
    const last = spans.at(-1);
    if (last !== undefined && isSame(last.rows, rows)) last.until = until;
    else spans.push({ rows, from: last?.until ?? null, until });
  }
  return spans;
}

function isSameRow(one: ReminderRow, other: ReminderRow): boolean {
  return one.daysFromDue === other.daysFromDue && one.to === other.to;
}
