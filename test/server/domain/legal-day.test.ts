import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import {
  addDays,
  daysBetween,
  isLegalDay,
  legalDayOf,
  parseLegalDay,
} from '../../../server/domain/legal-day.ts';

const instants: [title: string, instant: string, day: string][] = [
  [
    'an instant late in the evening in London is the next day in Shanghai',
    '2026-09-15T16:00:00Z',
    '2026-09-16',
  ],
  ['a second earlier it is still the day before', '2026-09-15T15:59:59Z', '2026-09-15'],
  ['the year ends eight hours before it ends in UTC', '2026-12-31T16:00:00Z', '2027-01-01'],
  ['29 February begins in Shanghai while it is the 28th in UTC', '2028-02-28T16:00:00Z', '2028-02-29'],
  ['summer time of 1988 is honoured (UTC+9)', '1988-07-01T15:30:00Z', '1988-07-02'],
];

const impossible = [
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-9-16',
  '16.9.2026',
  '',
  '1899-12-31',
  '2200-01-01',
  '2026-09-16T00:00',
];

describe('a legal day', () => {
  for (const [title, instant, day] of instants) {
    it(title, () => expect(legalDayOf(new Date(instant))).to.equal(day));
  }

  for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
    it(`is the same in a process whose time zone is ${zone}`, () => {
      const program = [
        "import { legalDayOf, addDays } from './server/domain/legal-day.ts';",
        "import { deadlineOf } from './server/domain/deadlines.ts';",
        "import { builtInCalendar } from './server/domain/calendar.ts';",
        "const on = legalDayOf(new Date('2026-09-15T16:00:00Z'));",
        "const due = deadlineOf('M3', [{ kind: 'mediation-accepted', on }], { calendar: builtInCalendar() });",
        'console.log(on, addDays(on, 1), due?.dueOn);',
      ].join('\n');
      const output = execFileSync(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', program],
        {
          env: { ...process.env, TZ: zone },
          encoding: 'utf8',
        },
      );
      expect(output.trim()).to.equal('2026-09-16 2026-09-17 2026-10-08');
    });
  }

  for (const text of impossible) {
    it(`is not "${text}"`, () => {
      expect(isLegalDay(text)).to.equal(false);
      expect(() => parseLegalDay(text, 'from'))
        .to.throw()
        .that.includes({ field: 'from', code: 'impossible-day' });
    });
  }

  it('counts calendar days over month, leap day and year ends', () => {
    expect(addDays('2024-02-28', 1)).to.equal('2024-02-29');
    expect(addDays('2025-12-31', 1)).to.equal('2026-01-01');
    expect(addDays('2026-03-01', -1)).to.equal('2026-02-28');
    expect(daysBetween('2024-02-28', '2024-03-01')).to.equal(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).to.equal(-1);
  });

  it('refuses to leave the years that it knows', () => {
    expect(() => addDays('2199-12-31', 1))
      .to.throw()
      .that.includes({ code: 'out-of-range' });
  });
});
