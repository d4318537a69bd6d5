import { expect } from 'chai';
import type { Deadline } from '../../../server/domain/deadline.ts';
import type { Fact } from '../../../server/domain/fact.ts';
import {
  addYears,
  endedOn,
  erasureDue,
  keptUntil,
  type RetentionRule,
  retentionBetween,
  retentionOn,
} from '../../../server/domain/retention.ts';
import { warnedCase } from '../../support/warned-case.ts';

const fact = (kind: Fact['kind'], day: string): Fact => ({
  id: kind,
  kind,
  happenedOn: '2020-01-01',
  recordedAt: new Date(`${day}T10:00:00+08:00`),
  recordedBy: 'somebody',
  note: null,
});
const withdrawn = (timeline: Fact[] = [fact('withdrawn', '2026-09-16')], changes = {}) => ({
  ...warnedCase({ state: 'withdrawn', ...changes }),
  timeline,
});
const rule = (fromOn: string, keptYears: RetentionRule['keptYears']): RetentionRule => ({
  fromOn,
  keptYears,
  setBy: 'head',
});
const chain = (own: RetentionRule[], above: RetentionRule[] = []) => [
  { id: 'centre', retentionRules: own },
  { id: 'city', retentionRules: above },
];
const IN_FORCE = { organisationId: 'centre', fromOn: '2026-01-01', years: 5, setBy: 'head' };
const KEPT_FIVE_YEARS = { ...IN_FORCE, holdsSince: '2026-01-01' };

describe('how long a case is kept', () => {
  for (const [title, own, above, expected] of [
    ['nothing, where nobody has set anything', [], [], null],
    ['nothing, before the day of the rule', [rule('2026-09-17', 5)], [], null],
    ['the own rule', [rule('2026-01-01', 5)], [rule('2026-01-01', 9)], ['centre', 5, '2026-01-01']],
    ['the newest own rule', [rule('2026-03-01', 6), rule('2026-01-01', 5)], [], ['centre', 6, '2026-03-01']],
    ['the rule above, where there is no own one', [], [rule('2026-02-01', 9)], ['city', 9, '2026-02-01']],
    [
      'nothing, where the own rule keeps for good',
      [rule('2026-02-01', 'permanent')],
      [rule('2026-01-01', 9)],
      null,
    ],
    [
      'the rule above again, since the own one was taken back',
      [rule('2026-01-01', 'permanent'), rule('2026-05-01', 'inherited')],
      [rule('2026-02-01', 9)],
      ['city', 9, '2026-05-01'],
    ],
    [
      'nothing, where the rule above keeps for good',
      [rule('2026-01-01', 'inherited')],
      [rule('2026-02-01', 'permanent')],
      null,
    ],
  ] as const) {
    it(`follows ${title}`, () => {
      const found = retentionOn(chain([...own], [...above]), '2026-09-16');
      const told = found === null ? null : [found.organisationId, found.years, found.holdsSince];
      expect(told).to.deep.equal(expected);
    });
  }

  it('counts from the day on which the end was recorded, whatever day it happened, and not from the filing', () => {
    expect(endedOn(withdrawn())).to.equal('2026-09-16');
    const filed = [fact('failed', '2026-09-16'), fact('archived', '2028-01-01')];
    expect(endedOn(withdrawn(filed, { state: 'archived' }))).to.equal('2026-09-16');
    const twice = [
      fact('withdrawn', '2026-09-16'),
      fact('reopened', '2027-01-01'),
      fact('failed', '2027-02-01'),
    ];
    expect(endedOn(withdrawn(twice, { state: 'failed' }))).to.equal('2027-02-01');
  });

  it('has no end while the case goes on, and none once it is erased', () => {
    expect(endedOn(withdrawn([fact('withdrawn', '2026-09-16')], { state: 'registered' }))).to.equal(null);
    const erasure = { at: new Date(0), by: 'head', basis: 'purpose-reached', reason: 'x' };
    expect(endedOn(withdrawn(undefined, { erasure }))).to.equal(null);
  });

  it('is so many years to the day, and one from 29 February ends on the 28th (Civil Code 202)', () => {
    expect(addYears('2024-02-29', 1)).to.equal('2025-02-28');
    expect(addYears('2024-02-29', 4)).to.equal('2028-02-29');
    expect(keptUntil(withdrawn(), { rule: KEPT_FIVE_YEARS, deadlines: [] })).to.equal('2031-09-16');
  });

  it('is thirty days at least from a new rule, and from the end of a hold', () => {
    const late = { ...KEPT_FIVE_YEARS, holdsSince: '2031-09-01' };
    expect(keptUntil(withdrawn(), { rule: late, deadlines: [] })).to.equal('2031-10-01');
    const lifted = [fact('withdrawn', '2026-09-16'), fact('legal-hold-lifted', '2031-09-10')];
    expect(keptUntil(withdrawn(lifted), { rule: KEPT_FIVE_YEARS, deadlines: [] })).to.equal('2031-10-10');
  });

  it('has no last day under a legal hold', () => {
    const legalHold = { reason: '诉讼', setAt: new Date(0), by: 'head' };
    expect(keptUntil(withdrawn(undefined, { legalHold }), { rule: KEPT_FIVE_YEARS, deadlines: [] })).to.equal(
      null,
    );
  });

  it('goes on while a limit that runs has its last day to come', () => {
    const limit = (state: Deadline['state'], dueOn: string | null) => ({ state, dueOn }) as Deadline;
    const until = (...deadlines: Deadline[]) => keptUntil(withdrawn(), { rule: KEPT_FIVE_YEARS, deadlines });
    expect(until(limit('running', '2032-03-31'))).to.equal('2032-04-01');
    expect(until(limit('paused', '2032-03-31'))).to.equal('2032-04-01');
    expect(until(limit('ended', '2032-03-31'), limit('running', null))).to.equal('2031-09-16');
  });

  it('ends on the first day on which one of the rules to come erases', () => {
    const rules = chain([rule('2026-01-01', 9), rule('2031-12-01', 5), rule('2032-06-01', 'permanent')]);
    const spans = retentionBetween(rules, { from: '2031-11-01', until: '2032-12-31' });
    expect(spans.map(({ rule: { years }, from, until }) => [years, from, until])).to.deep.equal([
      [9, '2031-11-01', '2031-11-30'],
      [5, '2031-12-01', '2032-05-31'],
    ]);
    expect(erasureDue(withdrawn(), { spans, deadlines: [] })?.on).to.equal('2031-12-31');
    const short = retentionBetween(rules, { from: '2031-11-01', until: '2031-12-30' });
    expect(erasureDue(withdrawn(), { spans: short, deadlines: [] })).to.equal(null);
  });
});
