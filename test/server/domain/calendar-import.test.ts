import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import { readCalendarYear } from '../../../server/domain/calendar-import.ts';
import { deadlineOf, deadlinesOf } from '../../../server/domain/deadlines.ts';
import { movedDeadlines } from '../../../server/domain/moved-deadlines.ts';

// Not the real notice of 2027, which was not out: a possible one, to test with.
const YEAR_2027 = {
  year: 2027,
  status: 'published',
  offDays: [
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
    '2027-04-03',
    '2027-04-04',
    '2027-04-05',
    '2027-05-01',
    '2027-05-02',
    '2027-05-03',
    '2027-05-04',
    '2027-05-05',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01',
    '2027-10-02',
    '2027-10-03',
    '2027-10-04',
    '2027-10-05',
    '2027-10-06',
    '2027-10-07',
  ],
  workedDays: ['2027-02-20', '2027-05-08', '2027-09-26', '2027-10-09'],
  source: 'a notice made up for this test',
};
const calendar = builtInCalendar();
const published = readCalendarYear(YEAR_2027, calendar).year;
const withYear = published ? calendar.withYear(published) : calendar;

const faulty: [title: string, change: object, row: string][] = [
  ['a year that is no number', { year: '2027' }, 'year'],
  ['a status that is none', { status: 'draft' }, 'status'],
  ['a missing source', { source: ' ' }, 'source'],
  ['a list that is none', { offDays: '2027-01-01' }, 'offDays'],
  ['a day that does not exist', { workedDays: ['2027-02-30'] }, 'workedDays[0]'],
  ['a day of another year', { workedDays: ['2028-06-04'] }, 'workedDays[0]'],
  ['a day that stands twice', { workedDays: ['2027-02-20', '2027-02-20'] }, 'workedDays[1]'],
  ['a day that is both off and worked', { workedDays: ['2027-10-03'] }, 'workedDays[0]'],
  ['a worked day that is a Monday', { workedDays: ['2027-02-22'] }, 'workedDays[0]'],
  ['a statutory holiday that is missing', { offDays: YEAR_2027.offDays.slice(1) }, 'offDays'],
  [
    'a day off that the notice of the year before has worked',
    { year: 2026, offDays: ['2027-01-02'], workedDays: [] },
    'offDays',
  ],
];

describe('importing a year of the calendar', () => {
  it('accepts a year without faults, which is then published', () => {
    expect(readCalendarYear(YEAR_2027, calendar).errors).to.deep.equal([]);
    expect(withYear.statusOf(2027)).to.equal('published');
    expect(withYear.isWorkingDay('2027-02-20')).to.equal(true);
    expect(withYear.isWorkingDay('2027-10-07')).to.equal(false);
  });

  for (const [title, change, row] of faulty) {
    it(`refuses ${title}, by its row`, () => {
      const { year, errors } = readCalendarYear({ ...YEAR_2027, ...change }, calendar);
      expect(year).to.equal(null);
      expect(errors.map((error) => error.row)).to.include(row);
      for (const { text } of errors) {
        expect(text.en).to.match(/^[\w[\]]+: .{10,}\.$/);
        expect(text.zh).to.match(/^[\w[\]]+：.*[一-龥].*。$/);
      }
    });
  }

  it('refuses what another year’s notice says the other way round', () => {
    const worked = withYear.years().find(({ year }) => year === 2027);
    const next = { ...YEAR_2027, year: 2028, status: 'provisional', offDays: ['2027-12-31'], workedDays: [] };
    expect(worked && readCalendarYear(next, calendar).errors).to.deep.equal([]);
    const contradicting = calendar.withYear({
      ...YEAR_2027,
      status: 'published',
      workedDays: ['2027-12-26'],
    });
    const { errors } = readCalendarYear({ ...next, offDays: ['2027-12-26'] }, contradicting);
    expect(errors.map(({ row }) => row)).to.deep.equal(['offDays[0]']);
  });

  it('refuses a file that holds no object', () => {
    expect(readCalendarYear([1], calendar).errors.map(({ row }) => row)).to.deep.equal(['file']);
  });
});

describe('publishing a year', () => {
  const events = [
    { kind: 'application-received', on: '2027-02-02' },
    { kind: 'mediation-accepted', on: '2027-02-04' },
    { kind: 'instalment-agreed', on: '2027-02-04', instalmentId: 'first', dueOn: '2027-10-04' },
  ] as const;
  const before = deadlinesOf(events, { calendar });
  const after = deadlinesOf(events, { calendar: withYear });

  it('makes what was provisional certain', () => {
    expect(before.map(({ provisional }) => provisional)).to.deep.equal([true, true, true, true]);
    expect(after.some(({ provisional }) => provisional)).to.equal(false);
  });

  it('lists the open deadlines that moved, from and to, and no other', () => {
    // M1: ended by the acceptance. M2, M3: the last day falls on no holiday in either. M8: 4 October.
    expect(movedDeadlines(before, after)).to.deep.equal([
      { rule: 'M8', subject: 'first', startedOn: '2027-02-04', from: '2027-10-04', to: '2027-10-08' },
    ]);
  });

  it('lists nothing when nothing changed', () => {
    expect(movedDeadlines(after, deadlinesOf(events, { calendar: withYear }))).to.deep.equal([]);
  });

  it('says which year is not published and why the day may move', () => {
    const deadline = deadlineOf('A6', [{ kind: 'arbitration-accepted', on: '2026-12-01' }], { calendar });
    expect(deadline?.trace).to.deep.include({ step: 'provisional', years: [2027] });
  });

  it('leaves a count that looks at no day of an unpublished year certain', () => {
    const deadline = deadlineOf('A1', [{ kind: 'right-known', on: '2024-02-29' }], { calendar });
    expect(deadline?.provisional).to.equal(false);
  });
});
