import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import { dayOfNumber } from '../../../server/domain/day-number.ts';
import { addDays } from '../../../server/domain/legal-day.ts';
import { statutoryDaysOf } from '../../../server/domain/statutory-days.ts';
import { isWorkday, lunarDate } from '../../support/other-calendar.ts';

const calendar = builtInCalendar();

function days(from: string, to: string): string[] {
  const list = [];
  for (let day = from; day <= to; day = addDays(day, 1)) list.push(day);
  return list;
}

// The notices of the State Council, typed a second time from the table of the law.
const OFF_ON_WEEKDAYS_OR_WEEKENDS = [
  ...days('2025-01-01', '2025-01-01'),
  ...days('2025-01-28', '2025-02-04'),
  ...days('2025-04-04', '2025-04-06'),
  ...days('2025-05-01', '2025-05-05'),
  ...days('2025-05-31', '2025-06-02'),
  ...days('2025-10-01', '2025-10-08'),
  ...days('2026-01-01', '2026-01-03'),
  ...days('2026-02-15', '2026-02-23'),
  ...days('2026-04-04', '2026-04-06'),
  ...days('2026-05-01', '2026-05-05'),
  ...days('2026-06-19', '2026-06-21'),
  ...days('2026-09-25', '2026-09-27'),
  ...days('2026-10-01', '2026-10-07'),
];
const WORKED = [
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
];

describe('the calendar', () => {
  it('has every day of the 2025 and 2026 notices off, and every worked weekend worked', () => {
    expect(OFF_ON_WEEKDAYS_OR_WEEKENDS.filter((day) => calendar.isWorkingDay(day))).to.deep.equal([]);
    expect(WORKED.filter((day) => !calendar.isWorkingDay(day))).to.deep.equal([]);
  });

  it('agrees with chinese-days on every day of 2025 and 2026', () => {
    const differing = days('2025-01-01', '2026-12-31').filter(
      (day) => calendar.isWorkingDay(day) !== isWorkday(day),
    );
    expect(differing).to.deep.equal([]);
  });

  it('knows 2025 and 2026 as published and no other year', () => {
    expect([2024, 2025, 2026, 2027].map((year) => calendar.statusOf(year))).to.deep.equal([
      'provisional',
      'published',
      'published',
      'provisional',
    ]);
  });

  it('takes the statutory days alone off in a year that nobody published', () => {
    const off = days('2027-01-01', '2027-12-31').filter(
      (day) => !calendar.isWorkingDay(day) && ![0, 6].includes(new Date(day).getUTCDay()),
    );
    // Weekdays among: 1 January; Spring Festival 5–8 February; 5 April; dragon boat 9 June; 15 September; 1–3 October.
    expect(off).to.deep.equal([
      '2027-01-01',
      '2027-02-05',
      '2027-02-08',
      '2027-04-05',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
    ]);
  });

  it('has the lunar festivals where chinese-days has them, from 2008 to 2099', () => {
    for (let year = 2008; year <= 2099; year++) {
      const festivals = new Map(statutoryDaysOf(year).map(({ day, holiday }) => [holiday, dayOfNumber(day)]));
      const lunar = (day: string | undefined) => {
        const found = lunarDate(day ?? '');
        return `${found.isLeap ? 'leap ' : ''}${found.lunarMon}/${found.lunarDay}`;
      };
      const thirdDay = year >= 2025 || year > 2013 ? '1/3' : '1/2';
      expect(lunar(festivals.get('spring-festival')), `${year}`).to.equal(thirdDay);
      expect(lunar(festivals.get('dragon-boat')), `${year}`).to.equal('5/5');
      expect(lunar(festivals.get('mid-autumn')), `${year}`).to.equal('8/15');
    }
  });

  it('counts eleven statutory days until 2024 and thirteen from 2025', () => {
    expect(statutoryDaysOf(2024)).to.have.length(11);
    expect(statutoryDaysOf(2025)).to.have.length(13);
  });
});

describe('days that one region alone has off or works', () => {
  const reason = { zh: '台风停工', en: 'typhoon closure' };
  const regional = calendar
    .withRegionalDays({ region: '440000', offDays: ['2026-09-15'], workedDays: [], reason })
    .withRegionalDays({ region: '440300', offDays: [], workedDays: ['2026-09-19'], reason });

  const rows: [title: string, day: string, region: string | undefined, works: boolean][] = [
    ['hold in the whole province', '2026-09-15', '440106', false],
    ['hold in each of its cities', '2026-09-15', '440300', false],
    ['do not hold elsewhere', '2026-09-15', '370100', true],
    ['do not hold without a region', '2026-09-15', undefined, true],
    ['can make a Saturday worked in one city', '2026-09-19', '440300', true],
    ['leave it off in the next city', '2026-09-19', '440100', false],
  ];
  for (const [title, day, region, works] of rows) {
    it(title, () => expect(regional.isWorkingDay(day, region)).to.equal(works));
  }

  it('change the version, and the same days give the same version', () => {
    expect(regional.version).not.to.equal(calendar.version);
    expect(
      calendar.withRegionalDays({ region: '440000', offDays: [], workedDays: [], reason }).version,
    ).to.equal(calendar.withRegionalDays({ region: '440000', offDays: [], workedDays: [], reason }).version);
  });

  it('refuse a region that is none', () => {
    expect(() => calendar.isWorkingDay('2026-09-15', 'Jinan'))
      .to.throw()
      .that.includes({ code: 'bad-region' });
  });
});
