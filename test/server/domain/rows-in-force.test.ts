import { expect } from 'chai';
import { addDays } from '../../../server/domain/legal-day.ts';
import {
  DEFAULT_REMINDER_SETTINGS,
  type ReminderSettings,
} from '../../../server/domain/reminder-settings.ts';
import type { ReminderRow } from '../../../server/domain/reminders.ts';
import { type FormerRows, formerRowsAfter, rowsInForce } from '../../../server/domain/rows-in-force.ts';
import { shanghai } from '../../support/warned-case.ts';

const DUE_ON = '2026-10-08';
const instantOf = ({ daysFromDue }: ReminderRow) => shanghai(`${addDays(DUE_ON, daysFromDue)}T09:00`);
const rows = (...days: number[]) => days.map((daysFromDue) => ({ daysFromDue, to: 'head' as const }));
const settings = (...days: number[]): ReminderSettings => ({
  ...DEFAULT_REMINDER_SETTINGS,
  rules: { M3: rows(...days) },
});
const former = (until: string, ...days: number[]): FormerRows => ({
  until: shanghai(until),
  rules: settings(...days).rules,
});
const daysInForce = (now: ReminderSettings, ...before: FormerRows[]) =>
  rowsInForce({ rule: 'M3', dueOn: DUE_ON, settings: now, former: before }, instantOf)
    .map(({ row }) => row.daysFromDue)
    .toSorted((one, other) => one - other);

describe('the rows of reminders that are in force', () => {
  it('are those that are set, where they were always so', () => {
    expect(daysInForce(settings(-3, 0, 7))).to.deep.equal([-3, 0, 7]);
  });

  it('are, of a day that had passed when they changed, each where it held', () => {
    const before = former('2026-10-12T12:00', -7, 1, 5);
    expect(daysInForce(settings(-3, 2, 4, 9), before)).to.deep.equal([-7, 1, 4, 9]);
  });

  it('are, of a day that was to come when they changed, the new ones and what was told before', () => {
    const before = former('2026-10-03T12:00', -7, -1, 1);
    expect(daysInForce(settings(-10, -2), before)).to.deep.equal([-10, -7, -2]);
  });

  it('hold on the day itself', () => {
    expect(daysInForce(settings(-2, 0, 1), former('2026-10-08T12:00', -1))).to.deep.equal([-2, -1, 0, 1]);
    expect(daysInForce(settings(-2, 0, 1), former('2026-10-09T00:00', -1))).to.deep.equal([-1, 1]);
  });

  it('go through every change', () => {
    const changes = [former('2026-10-09T12:00', 1, 3), former('2026-10-12T12:00', 1, 2, 3, 6)];
    expect(daysInForce(settings(2, 9), ...changes)).to.deep.equal([1, 2, 3, 9]);
  });

  it('name a row once that stayed as it was', () => {
    const row = { to: 'head' as const, daysFromDue: -7 };
    const before = { until: shanghai('2026-10-03T12:00'), rules: { M3: [row] } };
    expect(daysInForce(settings(-7), before)).to.deep.equal([-7]);
  });

  it('are remembered where they change, and only there', () => {
    const now = shanghai('2026-10-12T12:00');
    const before = { reminderSettings: settings(1), formerReminderRows: [] };
    expect(formerRowsAfter(before, settings(1), now)).to.deep.equal([]);
    expect(formerRowsAfter(before, settings(2), now)).to.deep.equal([
      { until: now, rules: settings(1).rules },
    ]);
  });

  it('stay in force where the rows of other rules change later', () => {
    const other = { until: shanghai('2026-10-12T12:00'), rules: { ...settings(-5).rules, A1: rows(1) } };
    const before = former('2026-10-05T12:00', -1);
    expect(daysInForce(settings(-5), before)).to.deep.equal([-5]);
    expect(daysInForce(settings(-5), before, other)).to.deep.equal([-5]);
  });
});
