import { expect } from 'chai';
import type { MediationCase } from '../../../server/domain/case.ts';
import type { Fact } from '../../../server/domain/fact.ts';
import { noticesOf } from '../../../server/domain/notices.ts';
import { DEFAULT_WARNING_RULES } from '../../../server/domain/warning-rules.ts';
import {
  noticeContextOf,
  REGISTERED_AT,
  shanghai,
  wages,
  warnedCase,
  worker,
  workers,
} from '../../support/warned-case.ts';

const GREW_AT = shanghai('2026-10-09T11:00');

function line(kind: Fact['kind'], changes: Partial<Fact> = {}): Fact {
  const recorded = { recordedAt: GREW_AT, recordedBy: 'clerk' };
  return { id: kind, kind, happenedOn: '2026-09-01', note: null, ...recorded, ...changes };
}

const told = (count: number) => ({
  workers: count,
  precision: 'exact' as const,
  migrant: null,
  platform: null,
  female: null,
  on: '2026-09-01',
});

describe('a warning of a case that grew', () => {
  const noticesOfWarning = (changes: Partial<MediationCase>, context = {}) =>
    noticesOf(warnedCase(changes), noticeContextOf(context))
      .filter(({ kind }) => kind.startsWith('warning'))
      .map(({ key, at }) => [key, at.toISOString()]);
  const first = (changes: Partial<MediationCase>) => noticesOfWarning(changes)[0];

  it('begins when the growth was recorded, and gives as long as any other to take note of it', () => {
    const grown = { workers: workers(35), timeline: [line('worker-joined', { workers: 27 })] };
    expect(noticesOfWarning({ ...grown, organisationPath: ['centre', 'county', 'city'] })).to.deep.equal([
      ['warning/yellow', GREW_AT.toISOString()],
      // Three working days and six: 10-10 is a Saturday that is worked.
      ['warning-escalation/yellow/supervisor', shanghai('2026-10-13T11:00').toISOString()],
      ['warning-escalation/yellow/root-supervisor', shanghai('2026-10-16T11:00').toISOString()],
    ]);
  });

  it('keeps the lower one from the registration', () => {
    const grown = { workers: workers(35), timeline: [line('worker-joined', { workers: 20 })] };
    expect(noticesOfWarning(grown).filter(([key]) => !key?.includes('escalation'))).to.deep.equal([
      ['warning/blue', REGISTERED_AT.toISOString()],
      ['warning/yellow', GREW_AT.toISOString()],
    ]);
  });

  it('counts a number, a sum and a province from the moment at which each was told', () => {
    const at = GREW_AT.toISOString();
    expect(first({ headcounts: [told(3), told(60)], timeline: [line('headcount-told')] })).to.deep.equal([
      'warning/orange',
      at,
    ]);
    const rich = worker({ claims: [wages(30_000_000)] });
    const joined = [line('worker-joined', { workers: 1 })];
    expect(first({ workers: [worker(), rich], timeline: joined })).to.deep.equal(['warning/yellow', at]);
    const far = worker({ origin: { regionCode: '510100', name: '成都市' } });
    expect(first({ workers: [worker(), far], timeline: joined })).to.deep.equal(['warning/yellow', at]);
  });

  it('takes what was told at the registration for known from then on, whatever its days', () => {
    const at = REGISTERED_AT;
    const history = [line('headcount-told', { recordedAt: at })];
    expect(first({ headcounts: [told(60)], timeline: history })).to.deep.equal([
      'warning/orange',
      at.toISOString(),
    ]);
  });

  it('is none where those who joined have left again', () => {
    const gone = workers(27, { left: { on: '2026-10-10', reason: '登记有误' } });
    const timeline = [line('worker-joined', { workers: 27 })];
    expect(noticesOfWarning({ workers: [...workers(8), ...gone], timeline })).to.deep.equal([]);
  });

  it('goes by the numbers of the day on which the growth was recorded', () => {
    const thresholds = {
      ...DEFAULT_WARNING_RULES.thresholds,
      workers: { blue: null, yellow: null, orange: null, red: 20 },
    };
    const warningRules = [{ ...DEFAULT_WARNING_RULES, fromOn: '2026-10-01', thresholds }];
    const grown = { workers: workers(25), timeline: [line('worker-joined', { workers: 10 })] };
    const keys = noticesOfWarning(grown, { warningRules }).map(([key]) => key);
    expect(keys).to.include.members(['warning/blue', 'warning/red']);
  });
});

describe('a respondent who fled', () => {
  const changed = (reason: string, at: string, about = 'employer') =>
    line('respondent-changed', { reason, about, recordedAt: shanghai(at) });
  const keys = (timeline: Fact[]) =>
    noticesOf(warnedCase({ timeline }), noticeContextOf())
      .filter(({ kind }) => kind === 'warning')
      .map(({ key, at }) => `${key} ${at.toISOString()}`);

  it('makes the case red from the moment at which it was recorded', () => {
    expect(keys([changed('fled', '2026-10-09T22:00')])).to.deep.equal([
      `warning/red ${shanghai('2026-10-09T22:00').toISOString()}`,
    ]);
    expect(keys([changed('insolvent', '2026-10-09T22:00')])).to.deep.equal([]);
  });

  it('does so no more once they turned up again, as long as they do not flee again', () => {
    const back = [changed('fled', '2026-10-09T22:00'), changed('reappeared', '2026-10-12T09:00')];
    expect(keys(back)).to.deep.equal([]);
    expect(keys([...back, changed('fled', '2026-10-13T09:00')])).to.deep.equal([
      `warning/red ${shanghai('2026-10-13T09:00').toISOString()}`,
    ]);
    expect(
      keys([changed('fled', '2026-10-09T22:00'), changed('reappeared', '2026-10-12T09:00', 'other')]),
    ).to.have.length(1);
  });
});
