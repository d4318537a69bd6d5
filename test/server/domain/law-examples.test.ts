import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import type { RuleCode } from '../../../server/domain/deadline-rules.ts';
import { deadlineOf } from '../../../server/domain/deadlines.ts';

const context = { calendar: builtInCalendar() };

// The examples that were worked by hand from the published calendars of 2025 and 2026.
const examples: [title: string, rule: RuleCode, start: DeadlineEvent, due: string][] = [
  [
    'three working days skip the Spring Festival and count the worked Saturday before it (O17 21)',
    'M1',
    { kind: 'application-received', on: '2026-02-12' },
    '2026-02-24',
  ],
  [
    'fifteen calendar days that end on a worked Saturday do not roll (O17 29)',
    'M3',
    { kind: 'mediation-accepted', on: '2026-02-13' },
    '2026-02-28',
  ],
  [
    'fifteen calendar days that end on National Day roll to the day after the holiday (Civil Code 203)',
    'M3',
    { kind: 'mediation-accepted', on: '2026-09-16' },
    '2026-10-08',
  ],
  [
    'three working days count a worked Sunday (O17 21)',
    'M1',
    { kind: 'application-received', on: '2026-09-17' },
    '2026-09-21',
  ],
  [
    'five working days skip National Day and count the worked Saturday after it (LDMAA 29)',
    'A3',
    { kind: 'arbitration-applied', on: '2026-09-29' },
    '2026-10-12',
  ],
  [
    'one year from 29 February ends on 28 February (Civil Code 202)',
    'A1',
    { kind: 'right-known', on: '2024-02-29' },
    '2025-02-28',
  ],
];

describe('the examples worked by hand', () => {
  for (const [title, rule, start, due] of examples) {
    it(title, () => {
      expect(deadlineOf(rule, [start], context)).to.include({ dueOn: due, provisional: false });
    });
  }
});
