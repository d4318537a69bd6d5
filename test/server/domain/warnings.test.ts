import { expect } from 'chai';
import type { MediationCase } from '../../../server/domain/case.ts';
import { currentWarning, marksOf } from '../../../server/domain/case-marks.ts';
import { CASE_STATES } from '../../../server/domain/case-state.ts';
import type { EmployerPattern } from '../../../server/domain/employer-pattern.ts';
import { noticesDue, noticesOf } from '../../../server/domain/notices.ts';
import { RISK_KINDS } from '../../../server/domain/risk.ts';
import { RISK_GRADES } from '../../../server/domain/warning-reasons.ts';
import { DEFAULT_WARNING_RULES } from '../../../server/domain/warning-rules.ts';
import {
  noticeContextOf,
  REGISTERED_AT,
  risk,
  shanghai,
  wages,
  warnedCase,
  worker,
  workers,
} from '../../support/warned-case.ts';

const NOW = new Date('2026-09-16T12:00:00+08:00');

function pattern(openCases: number, changes: Partial<EmployerPattern> = {}): EmployerPattern {
  const cases = Array.from({ length: openCases }, (_, index) => ({
    organisationId: 'centre',
    number: `历工调〔2026〕${index + 1}号`,
  }));
  return {
    creditCode: '91310115MA1K4AAA0D',
    openCases,
    sinceOn: '2026-09-01',
    notedAt: REGISTERED_AT,
    cases,
    ...changes,
  };
}

/** The clock of a worker whose year for arbitration ends on a day. */
function limitationEndsOn(on: string): Pick<MediationCase, 'clock' | 'receivedOn'> {
  const started = `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`;
  return { receivedOn: started, clock: [{ kind: 'right-known', on: started }] };
}

const gradeOf = (changes: Partial<MediationCase>, now = NOW) =>
  currentWarning(warnedCase(changes), noticeContextOf(), now)?.grade ?? null;

describe('the grade of an early warning', () => {
  for (const [count, grade] of [
    [9, null],
    [10, 'blue'],
    [29, 'blue'],
    [30, 'yellow'],
    [49, 'yellow'],
    [50, 'orange'],
    [99, 'orange'],
    [100, 'red'],
    [1000, 'red'],
  ] as const) {
    it(`is ${grade ?? 'none'} with ${count} workers`, () => {
      expect(gradeOf({ workers: workers(count) })).to.equal(grade);
    });
  }

  for (const [fen, grade] of [
    [29_999_999, null],
    [30_000_000, 'yellow'],
    [99_999_999, 'yellow'],
    [100_000_000, 'orange'],
    [100_000_000_000, 'orange'],
  ] as const) {
    it(`is ${grade ?? 'none'} with ¥${(fen / 100).toFixed(2)} claimed by all workers together`, () => {
      const half = Math.floor(fen / 2);
      const claims = [[wages(half), wages(null)], [wages(fen - half)]];
      expect(gradeOf({ workers: claims.map((rows) => worker({ claims: rows })) })).to.equal(grade);
    });
  }

  for (const [origins, grade] of [
    [['370102', '371402'], null],
    [['370102', '410100'], 'yellow'],
    [['510100', '520100', '530100'], 'yellow'],
  ] as const) {
    it(`is ${grade ?? 'none'} with workers from ${origins.join(', ')}`, () => {
      const rows = origins.map((regionCode) => worker({ origin: { regionCode, name: regionCode } }));
      expect(gradeOf({ workers: rows })).to.equal(grade);
    });
  }

  it('takes a place without a code for a province of its own', () => {
    const abroad = worker({ origin: { regionCode: null, name: '缅甸' } });
    expect(gradeOf({ workers: [worker(), abroad] })).to.equal('yellow');
  });

  for (const [openCases, grade] of [
    [1, null],
    [2, 'blue'],
    [500, 'blue'],
  ] as const) {
    it(`is ${grade ?? 'none'} with ${openCases} open cases against one employer`, () => {
      expect(gradeOf({ employerPatterns: [pattern(openCases)] })).to.equal(grade);
    });
  }

  for (const [endsOn, now, grade] of [
    // 30 days before 12-01 is Sunday 11-01; the office opens last on Friday 10-30.
    ['2026-12-01', '2026-10-30T08:59', null],
    ['2026-12-01', '2026-10-30T09:00', 'yellow'],
    ['2026-12-01', '2026-12-01T23:59', 'yellow'],
    ['2026-10-16', '2026-09-16T10:00', 'yellow'],
    ['2026-09-16', '2026-09-16T10:00', 'yellow'],
    ['2026-09-15', '2026-09-16T10:00', null],
  ] as const) {
    it(`is ${grade ?? 'none'} at ${now} when the time for arbitration ends on ${endsOn}`, () => {
      expect(gradeOf(limitationEndsOn(endsOn), shanghai(now))).to.equal(grade);
    });
  }

  for (const [kind, grade] of [
    ['petition-or-stoppage-planned', 'orange'],
    ['employer-may-flee', 'orange'],
    ['death-at-work', 'red'],
    ['violence-threatened', 'red'],
    ['self-harm-threatened', 'red'],
    ['employer-fled', 'red'],
  ] as const) {
    it(`is ${grade} once a person has recorded ${kind}`, () => {
      expect(gradeOf({ risks: [risk(kind)] })).to.equal(grade);
      expect(gradeOf({ risks: [risk(kind)] }, shanghai('2026-09-16T10:59'))).to.equal(null);
    });
  }

  it('is known for every kind of risk', () => {
    expect(Object.keys(RISK_GRADES).sort()).to.deep.equal([...RISK_KINDS].sort());
  });

  it('is the highest of several, with all reasons, the gravest first', () => {
    const rows = workers(30, { claims: [wages(4_000_000)] });
    const warning = currentWarning(
      warnedCase({ workers: rows, risks: [risk('employer-fled')], employerPatterns: [pattern(3)] }),
      noticeContextOf(),
      NOW,
    );
    expect(warning?.grade).to.equal('red');
    expect(warning?.reasons.map(({ code, grade }) => `${code} ${grade}`)).to.deep.equal([
      'employer-fled red',
      'claimed-fen orange',
      'workers yellow',
      'open-cases blue',
    ]);
  });

  for (const state of CASE_STATES) {
    const open = ![
      'performed',
      'withdrawn',
      'terminated',
      'settled-in-arbitration',
      'transferred',
      'archived',
    ].includes(state);
    it(`is ${open ? 'kept' : 'none'} in a case that is ${state}`, () => {
      expect(gradeOf({ state, workers: workers(10) })).to.equal(open ? 'blue' : null);
    });
  }

  it('follows the organisation’s own numbers from their day on, and no earlier fact', () => {
    const own = {
      ...DEFAULT_WARNING_RULES,
      fromOn: '2026-09-17',
      thresholds: {
        ...DEFAULT_WARNING_RULES.thresholds,
        workers: { blue: 5, yellow: null, orange: null, red: 6 },
      },
    };
    const context = noticeContextOf({ warningRules: [own] });
    const at = (registeredAt: Date, count: number) =>
      currentWarning(
        warnedCase({ registeredAt, workers: workers(count) }),
        context,
        shanghai('2026-10-01T10:00'),
      )?.grade ?? null;
    expect(at(shanghai('2026-09-16T23:59'), 6)).to.equal(null);
    expect(at(shanghai('2026-09-17T00:00'), 4)).to.equal(null);
    expect(at(shanghai('2026-09-17T00:00'), 5)).to.equal('blue');
    expect(at(shanghai('2026-09-17T00:00'), 6)).to.equal('red');
  });
});

describe('the notices of an early warning', () => {
  const warningsOf = (subject: MediationCase, changes = {}) =>
    noticesOf(subject, noticeContextOf(changes)).filter(({ kind }) => kind.startsWith('warning'));
  const keysDue = (subject: MediationCase, now: Date) =>
    noticesDue(noticesOf(subject, noticeContextOf()), now)
      .filter(({ kind }) => kind.startsWith('warning'))
      .map(({ key }) => key);

  it('are four while a case grows from blue to red, each at its moment and none again', () => {
    const grown = warnedCase({
      ...limitationEndsOn('2026-12-01'),
      employerPatterns: [pattern(2)],
      risks: [
        risk('petition-or-stoppage-planned', '2026-11-10T10:00'),
        risk('employer-fled', '2026-11-20T22:00'),
      ],
      acknowledgements: [{ grade: 'red', at: NOW, by: 'head' }],
    });
    expect(warningsOf(grown).map(({ key, at }) => [key, at.toISOString()])).to.deep.equal([
      ['warning/blue', REGISTERED_AT.toISOString()],
      ['warning/yellow', shanghai('2026-10-30T09:00').toISOString()],
      ['warning/orange', shanghai('2026-11-10T10:00').toISOString()],
      ['warning/red', shanghai('2026-11-20T22:00').toISOString()],
    ]);
  });

  it('are only the highest where several grades begin in one moment', () => {
    const subject = warnedCase({ workers: workers(100, { claims: [wages(30_000_000)] }) });
    expect(keysDue(subject, NOW)).to.deep.equal(['warning/red']);
  });

  it('are overtaken by a higher one that came before they were sent', () => {
    const subject = warnedCase({ workers: workers(10), risks: [risk('employer-may-flee')] });
    expect(keysDue(subject, NOW)).to.deep.equal(['warning/orange']);
  });

  it('give the marks by which a query finds the case', () => {
    const subject = warnedCase({ workers: workers(10), risks: [risk('employer-may-flee')] });
    const context = noticeContextOf();
    const marksAt = (one: typeof subject, now: Date) =>
      marksOf(one, { notices: noticesOf(one, context), clock: context.clock }, now);
    const marks = (now: Date) => marksAt(subject, now);
    expect(marks(REGISTERED_AT)).to.deep.include({ warningGrade: 'blue', warnedAt: REGISTERED_AT });
    expect(marks(NOW)).to.deep.include({ warningGrade: 'orange', warnedAt: shanghai('2026-09-16T11:00') });
    expect(marksAt(warnedCase(), NOW)).to.deep.include({
      warningGrade: null,
      warnedAt: null,
    });
  });

  const migrant = (regionCode: string) =>
    worker({ categories: ['migrant'], origin: { regionCode, name: regionCode } });
  for (const [title, subject, regionCodes] of [
    ['nobody elsewhere for local workers', { workers: workers(10) }, []],
    [
      'the cities of origin, each once',
      { workers: [migrant('371402'), migrant('371403'), migrant('410100')] },
      ['371402', '410100'],
    ],
    [
      'the place of work too, where another city’s union holds the case',
      {
        workers: [migrant('371402'), migrant('410100')],
        workplace: { regionCode: '310115', name: '上海市' },
      },
      ['371402', '410100', '310115'],
    ],
    [
      'not the city whose own union holds the case',
      {
        workers: [migrant('370105'), migrant('410100')],
        workplace: { regionCode: '310115', name: '上海市' },
      },
      ['410100', '310115'],
    ],
  ] as const) {
    it(`go to ${title}`, () => {
      const notice = warningsOf(
        warnedCase({ risks: [risk('death-at-work')], ...subject, workers: [...subject.workers] }),
      ).find(({ kind }) => kind === 'warning');
      expect(notice?.to).to.deep.equal({ role: 'warning-circle', regionCodes, organisationIds: [] });
    });
  }

  it('go to each other organisation with a case against the same employer', () => {
    const cases = ['centre', 'suzhou', 'suzhou', 'dezhou'].map((organisationId) => ({
      organisationId,
      number: '1',
    }));
    const [notice] = warningsOf(warnedCase({ employerPatterns: [pattern(4, { cases })] }));
    expect(notice?.to).to.deep.include({ organisationIds: ['suzhou', 'dezhou'] });
  });

  it('take the place of the origin alert that would go to the same union', () => {
    const kinds = (changes: Partial<MediationCase>) =>
      noticesDue(
        noticesOf(warnedCase({ workers: [migrant('371402')], ...changes }), noticeContextOf()),
        NOW,
      ).map(({ kind }) => kind);
    expect(kinds({})).to.deep.equal(['origin-alert']);
    expect(kinds({ risks: [risk('employer-may-flee')] })).to.deep.equal(['warning']);
  });
});
