import { expect } from 'chai';
import { clockContext } from '../../../server/deadlines/clock-context.ts';
import { addWorkers } from '../../../server/domain/actions/change-workers.ts';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { MediationCase } from '../../../server/domain/case.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import { deadlinesOf } from '../../../server/domain/deadlines.ts';
import type { NewWorker } from '../../../server/domain/worker.ts';
import { wages, warnedCase, worker } from '../../support/warned-case.ts';

const arrears: DeadlineEvent = { kind: 'right-known', on: '2026-03-02', wageArrears: true };

const jinan = { regionCode: '370102', legalFooting: 'union-by-reference' } as const;

const limitations = (subject: MediationCase) =>
  deadlinesOf(subject.clock, clockContext(subject, jinan, builtInCalendar()))
    .filter(({ rule }) => rule === 'A1')
    .map(({ dueOn }) => dueOn);

/** Who joins with a claim for an injury, which has its year while the employment goes on. */
const injured: NewWorker = {
  name: '李四',
  phone: null,
  contact: { by: 'call', safeHours: null },
  origin: null,
  categories: [],
  claims: [{ cause: 'work-injury', claimedFen: 5_000_000, duty: null }],
};

describe('the year of those who are still employed (LDMAA 27)', () => {
  const owed = warnedCase({ workers: [worker({ claims: [wages(100_000)] })], clock: [arrears] });

  it('does not run for wages alone', () => {
    expect(limitations(owed)).to.deep.equal([null]);
  });

  it('runs while nobody has said what is claimed', () => {
    expect(limitations({ ...owed, workers: [worker()] })).to.deep.equal(['2027-03-02']);
  });

  it('runs as soon as another claim comes into the case', () => {
    const actor = { accountId: 'a', organisationId: null, roles: [] };
    const given = { today: '2026-04-01', at: new Date(), warning: null, newId: () => 'new', actor };
    const { set } = addWorkers.apply(owed, { joinedOn: '2026-04-01', workers: [injured] }, given);
    expect(limitations({ ...owed, ...set })).to.deep.equal(['2027-03-02']);
  });

  it('of the wages runs from the end of the employment all the same', () => {
    const claims = [wages(100_000), { ...wages(null), cause: 'work-injury' as const }];
    const ended: DeadlineEvent = { kind: 'employment-ended', on: '2026-06-01' };
    const mixed = { ...owed, workers: [worker({ claims })] };
    expect(limitations({ ...mixed, clock: [arrears, ended] })).to.deep.equal(['2027-06-01']);
    const applied: DeadlineEvent = { kind: 'arbitration-applied', on: '2026-05-06' };
    const [a1] = deadlinesOf([arrears, applied, ended], clockContext(owed, jinan, builtInCalendar()));
    expect(a1).to.include({ rule: 'A1', state: 'ended' });
  });

  it('stays held for a claim of wages that was told by itself', () => {
    const claims = [wages(100_000), { ...wages(null), id: 'injury', cause: 'work-injury' as const }];
    const clock: DeadlineEvent[] = [
      { ...arrears, claimId: 'claim' },
      { kind: 'right-known', on: '2026-04-02', claimId: 'injury' },
    ];
    expect(limitations({ ...owed, workers: [worker({ claims })], clock })).to.deep.equal([
      null,
      '2027-04-02',
    ]);
  });
});
