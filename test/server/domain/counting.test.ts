import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { RuleCode } from '../../../server/domain/deadline-rules.ts';
import { deadlineOf } from '../../../server/domain/deadlines.ts';
import { startEventOf } from '../../../server/domain/start-event.ts';

const context = { calendar: builtInCalendar() };

const rows: [title: string, rule: RuleCode, from: string, due: string][] = [
  // The last day on each kind of day (Civil Code 203).
  ['a last day that is a working day stays', 'M3', '2026-03-02', '2026-03-17'],
  ['a last day on a Saturday rolls to Monday', 'M3', '2026-03-06', '2026-03-23'],
  ['a last day on a Sunday rolls to Monday', 'M3', '2026-03-07', '2026-03-23'],
  ['a last day on a holiday rolls over the whole of it', 'M3', '2026-02-02', '2026-02-24'],
  ['a last day on the last day of a holiday rolls by one', 'M3', '2026-02-08', '2026-02-24'],
  ['a last day on a worked Saturday stays', 'M3', '2026-02-13', '2026-02-28'],
  ['a last day on a worked Sunday stays', 'M3', '2025-09-13', '2025-09-28'],
  [
    'a last day on the Saturday before a worked Sunday rolls to that Sunday',
    'M3',
    '2025-04-11',
    '2025-04-27',
  ],
  ['a last day on the rest day between holiday and worked weekend', 'M3', '2025-09-22', '2025-10-09'],
  ['holidays inside a period of calendar days count', 'M3', '2026-09-23', '2026-10-08'],
  // Days 14, 15 and 16 around the end of a holiday: the start moves, the end rolls to the same day.
  ['a period that ends one day before the holiday does not roll', 'M3', '2026-09-15', '2026-09-30'],
  ['a period that ends on its first day does', 'M3', '2026-09-16', '2026-10-08'],
  ['a period that ends on its last day does', 'M3', '2026-09-22', '2026-10-08'],
  ['a period that ends the day after it does not', 'M3', '2026-09-23', '2026-10-08'],
  // Working days (O33 80, O17 21).
  ['working days from a Friday skip the weekend', 'M1', '2026-03-06', '2026-03-11'],
  ['working days from a Saturday begin on Monday', 'M1', '2026-03-07', '2026-03-11'],
  ['working days from inside a holiday begin after it', 'M1', '2026-10-03', '2026-10-10'],
  ['working days from the day before a holiday begin after it', 'M1', '2026-09-30', '2026-10-10'],
  ['working days count a worked Sunday', 'M1', '2026-09-17', '2026-09-21'],
  ['five working days over a holiday and a worked Saturday', 'A3', '2026-09-29', '2026-10-12'],
  // Months and years (Civil Code 202).
  ['a year from 29 February ends on 28 February', 'A1', '2024-02-29', '2025-02-28'],
  ['a year from 28 February of a leap year ends on 28 February', 'A1', '2024-02-28', '2025-02-28'],
  ['two years from 29 February end on 28 February, a worked Saturday', 'A10', '2024-02-29', '2026-02-28'],
  ['a year from the last day of a year rolls over New Year', 'A1', '2024-12-31', '2025-12-31'],
  ['a year that ends on New Year rolls', 'A1', '2025-01-01', '2026-01-04'],
  ['three months from 30 November end with February', 'A15-enforcement', '2025-11-30', '2026-02-28'],
  ['three months from 31 January end on 30 April', 'A15-enforcement', '2026-01-31', '2026-04-30'],
  // Year ends.
  ['fifteen days across the year end', 'M3', '2025-12-18', '2026-01-04'],
  ['three working days across the year end, with a worked Sunday', 'M1', '2025-12-31', '2026-01-06'],
  // Backwards (LDMAA 35): the day counted to is always a working day.
  [
    'five working days before a hearing after National Day, back over Mid-Autumn',
    'A5',
    '2026-10-09',
    '2026-09-24',
  ],
  ['three working days before a hearing on a Monday', 'A5-postpone', '2026-03-16', '2026-03-11'],
  ['five working days before, with a worked Saturday', 'A5', '2026-03-03', '2026-02-25'],
];

describe('counting', () => {
  for (const [title, rule, from, due] of rows) {
    it(`${title}: ${rule} from ${from}`, () => {
      const start = startEventOf(rule, from);
      expect(start && deadlineOf(rule, [start], context)).to.include({ dueOn: due });
    });
  }

  it('puts a wage day on a holiday before it, and another payment after it (国务院令724号 14, Civil Code 203)', () => {
    const instalment = {
      kind: 'instalment-agreed',
      on: '2026-09-01',
      instalmentId: 'a',
      dueOn: '2026-10-03',
    } as const;
    expect(deadlineOf('M8', [{ ...instalment, wages: true }], context)?.dueOn).to.equal('2026-09-30');
    expect(deadlineOf('M8', [instalment], context)?.dueOn).to.equal('2026-10-08');
  });

  it('follows the days that a region alone has off', () => {
    const typhoon = {
      region: '440000',
      offDays: ['2026-03-17'],
      workedDays: [],
      reason: { zh: '台风停工', en: 'typhoon' },
    };
    const calendar = context.calendar.withRegionalDays(typhoon);
    const events = [{ kind: 'mediation-accepted', on: '2026-03-02' }] as const;
    expect(deadlineOf('M3', events, { calendar, region: '440300' })?.dueOn).to.equal('2026-03-18');
    expect(deadlineOf('M3', events, { calendar, region: '370100' })?.dueOn).to.equal('2026-03-17');
  });
});
