import { expect } from 'chai';
import type { MediationCase } from '../../../server/domain/case.ts';
import { noticesOf } from '../../../server/domain/notices.ts';
import { noticeContextOf, risk, shanghai, warnedCase, workers } from '../../support/warned-case.ts';

const NOW = new Date('2026-09-16T12:00:00+08:00');

describe('a warning that nobody acknowledges', () => {
  const escalations = (changes: Partial<MediationCase>, context = {}) =>
    noticesOf(warnedCase(changes), noticeContextOf(context))
      .filter(({ kind }) => kind === 'warning-escalation')
      .map(({ key, at }) => [key, at.toISOString()]);

  for (const [grade, registered, due] of [
    ['blue', '2026-09-16T10:00', '2026-09-20T10:00'],
    ['yellow', '2026-09-16T10:00', '2026-09-20T10:00'],
    ['orange', '2026-09-16T10:00', '2026-09-17T10:00'],
    // 09-18 is a Friday and Sunday 09-20 is worked.
    ['red', '2026-09-18T20:00', '2026-09-21T09:00'],
    // Before the National Day holidays: 09-30 is the last working day, 10-08 the next.
    ['orange', '2026-09-30T16:59', '2026-10-08T16:59'],
  ] as const) {
    it(`goes to the supervisor at ${due} when it became ${grade} at ${registered}`, () => {
      const count = { blue: 10, yellow: 30, orange: 50, red: 100 }[grade];
      expect(escalations({ workers: workers(count), registeredAt: shanghai(registered) })).to.deep.equal([
        [`warning-escalation/${grade}/supervisor`, shanghai(due).toISOString()],
      ]);
    });
  }

  it('goes on to the supervisor at the root, where there is a union between', () => {
    const found = escalations({ workers: workers(50), organisationPath: ['centre', 'county', 'city'] });
    expect(found).to.deep.equal([
      ['warning-escalation/orange/supervisor', shanghai('2026-09-17T10:00').toISOString()],
      ['warning-escalation/orange/root-supervisor', shanghai('2026-09-18T10:00').toISOString()],
    ]);
  });

  it('counts every day for a desk that is always staffed', () => {
    const hours = { fromHour: 0, untilHour: 24, everyDay: true };
    const [first] = escalations(
      { workers: workers(100), registeredAt: shanghai('2026-09-25T20:00') },
      { hours },
    );
    expect(first?.[1]).to.equal(shanghai('2026-09-26T20:00').toISOString());
  });

  it('goes nowhere once that grade, or a graver one, is acknowledged', () => {
    const acknowledged = (grade: 'yellow' | 'orange' | 'red') =>
      escalations({ workers: workers(50), acknowledgements: [{ grade, at: NOW, by: 'head' }] }).length;
    expect([acknowledged('yellow'), acknowledged('orange'), acknowledged('red')]).to.deep.equal([1, 0, 0]);
  });

  it('leaves it to the higher one when it has grown meanwhile', () => {
    const found = escalations({
      workers: workers(10),
      risks: [risk('employer-may-flee', '2026-09-18T09:30')],
    });
    expect(found.map(([key]) => key)).to.deep.equal(['warning-escalation/orange/supervisor']);
  });
});
